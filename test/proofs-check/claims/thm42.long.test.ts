import { expect, test } from "vitest";
import { thm42 } from "../../../proofs-check/claims/thm42.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

test("holds", async () => {
  expect((await checked(thm42())).verdict).toBe("holds");
});

test("a test error below 0 is not there, at one n or as n grows", async () => {
  const verdict = await checked(thm42({ test: 0, grid: [16, 24] }), { only: ["runs", "ever more often"] });
  expect(Object.values(byCheck(verdict))).toEqual(["fails with constants 1", "fails with constants 1"]);
});
