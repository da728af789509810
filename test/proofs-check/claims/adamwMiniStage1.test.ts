import { expect, it } from "vitest";
import { adamwMiniStage1 } from "../../../proofs-check/claims/adamwMiniStage1.ts";
import { found } from "../../helpers/checked.ts";

const FEATURE = { eta: 1, steps: 1 };
const NOISE = { eta: 1, s: 1, sigmaP: 1, steps: 0 };

it.each([
  ["feature over eta", { feature: { ...FEATURE, eta: 0 } }],
  ["feature over n/b", { feature: { ...FEATURE, steps: 0.5 } }],
  ["noise over eta", { noise: { ...NOISE, eta: 2 } }],
  ["noise over s", { noise: { ...NOISE, s: 0.5 } }],
  ["noise over sigmaP", { noise: { ...NOISE, sigmaP: 0.5 } }],
  ["noise over n/b, n/b beyond 1/(1-b2)", { noise: { ...NOISE, steps: 0.5 } }],
] as const)("a wrong exponent of %s is contradicted", async (name, mutant) => {
  expect(await found(adamwMiniStage1(mutant), name)).toBe("contradicted");
});

it("half of the feature's bound is too little, a hundredfold growth of the noise too much", async () => {
  expect(await found(adamwMiniStage1({ rise: 0.5 }), "feature, at most", 8)).toBe("contradicted");
  expect(await found(adamwMiniStage1({ growth: 100 }), "noise, within constants")).toBe("fails with constants 1");
});
