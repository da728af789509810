import { expect, it } from "vitest";
import { adamwMiniStage1 } from "../../../proofs-check/claims/adamwMiniStage1.ts";
import { checked, found } from "../../helpers/checked.ts";

const FEATURE = { eta: 1, steps: 1 };
const NOISE = { eta: 1, s: 1, sigmaP: 1, steps: 0 };

it("holds where n/b is beyond 1/(1-b2), and is contradicted within", async () => {
  const { verdict, reason, evidence } = await checked(adamwMiniStage1());
  expect(verdict).toBe("fails with constants 1");
  expect(reason).toContain("n/b beyond 1/(1-b2) holds in part at chosen sizes, fails for small n");
  expect(reason).toContain("n/b within 1/(1-b2) contradicted at chosen sizes");
  const within = evidence.find(({ reading }) => reading === "n/b within 1/(1-b2)");
  // G(K) of src/bounds/movement.ts grows like sqrt(K) here: from 16 to 256 by 256^(0.46).
  expect(within?.figures?.slope).toBeGreaterThan(0.4);
  expect(within?.figures?.slope).toBeLessThan(0.55);
});

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
