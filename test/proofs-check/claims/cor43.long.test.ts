import { expect, test } from "vitest";
import { cor43 } from "../../../proofs-check/claims/cor43.ts";
import { checked } from "../../helpers/checked.ts";

test("holds", async () => {
  expect(await checked(cor43())).toMatchObject({ verdict: "holds", grade: "measured" });
});

test.each([
  ["constant", { constant: 2 }],
  ["constant", { constant: 1 / 3 }],
  ["threshold-q3", { more: 1 }],
  ["threshold-q4", { more: -1 }],
  ["constant, m = 20", { constant: 1 / 3 }],
  ["constant, batchSize = 1", { constant: 2 }],
  // From 8 U* on a batch of one class, at residuals of 1/2, takes a feature up: no other check looks at a step.
  ["never-rises", { reach: 8 }],
])("%s contradicts %o", async (name, mutation) => {
  expect((await checked(cor43(mutation), { only: [name] })).verdict).toBe("contradicted");
});

test.each([{ strength: 0.05 }, { multiple: 0.4 }])("four-orders fails with %o", async (mutation) => {
  expect((await checked(cor43(mutation), { only: ["four-orders"] })).verdict).toBe("fails with constants 1");
});

test("half of the explicit thresholds is not enough", async () => {
  const verdict = await checked(cor43({ beyond: 0.3 }), { only: ["beyond-thresholds"], cases: 4 });
  expect(verdict.verdict).toBe("fails with constants 1");
});
