import { expect, test } from "vitest";
import { cor43 } from "../../../proofs-check/claims/cor43.ts";
import { checked } from "../../helpers/checked.ts";

test("holds", async () => {
  expect(await checked(cor43())).toMatchObject({ verdict: "holds", grade: "measured" });
});

test.each([
  ["four-orders", { strength: 0.05 }],
  ["four-orders", { multiple: 0.4 }],
  ["constant", { constant: 2 }],
  ["constant", { constant: 1 / 3 }],
  ["threshold-q3", { more: 1 }],
  ["threshold-q4", { more: -1 }],
])("%s contradicts %o", async (name, mutation) => {
  expect((await checked(cor43(mutation), { only: [name] })).verdict).toBe("contradicted");
});

test("half of the explicit thresholds is not enough", async () => {
  const verdict = await checked(cor43({ beyond: 0.3 }), { only: ["beyond-thresholds"], cases: 4 });
  expect(verdict.verdict).toBe("fails with constants 1");
});
