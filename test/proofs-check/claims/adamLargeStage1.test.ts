import { expect, test } from "vitest";
import { adamLargeStage1 } from "../../../proofs-check/claims/adamLargeStage1.ts";
import { checked, findingOf } from "../../helpers/checked.ts";

test("holds of the largest responses, and not of every neuron: one that does not respond has no gradient", async () => {
  const verdict = await checked(adamLargeStage1());
  expect(verdict).toMatchObject({
    verdict: "holds in part",
    grade: "measured",
    chosen: { verdict: "holds in part" },
    wherever: { verdict: "fails with constants 1" },
  });
  expect(findingOf(verdict, "largest-responses")?.verdict).toBe("holds");
  expect(findingOf(verdict, "every-neuron")?.verdict).toBe("fails with constants 1");
});

test.each([
  ["feature-step", { feature: 0.5 }],
  ["noise-eta", { eta: 2 }],
  ["noise-s", { s: 0.5 }],
  ["noise-sigmaP", { sigmaP: 2 }],
  ["noise-sigma0", { sigma0: 1 }],
])("%s contradicts %o", async (name, mutation) => {
  const verdict = await checked(adamLargeStage1(mutation), { only: [name] });
  expect(verdict.verdict).toBe("contradicted");
});

test("largest responses that grow 50 times as fast are not there", async () => {
  expect((await checked(adamLargeStage1({ rate: 50 }), { only: ["largest-responses"] })).verdict).toBe(
    "fails with constants 1",
  );
});

test("signs move the feature by eta, no more: at level 2 half of it is too tight, too", async () => {
  expect((await checked(adamLargeStage1(), { only: ["feature-step"], level: 2 })).verdict).toBe("holds");
  expect((await checked(adamLargeStage1({ feature: 0.5 }), { only: ["feature-step"], level: 2 })).verdict).toBe(
    "contradicted",
  );
});
