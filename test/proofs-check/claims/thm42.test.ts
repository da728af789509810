import { expect, test } from "vitest";
import { thm42 } from "../../../proofs-check/claims/thm42.ts";
import { checked } from "../../helpers/checked.ts";

test("holds", async () => {
  expect((await checked(thm42())).verdict).toBe("holds");
});

test("a test error below 0 is contradicted", async () => {
  expect((await checked(thm42({ test: 0 }), { only: ["runs"] })).verdict).toBe("contradicted");
});
