import { expect, it } from "vitest";
import { adamwLargeStage1 } from "../../../proofs-check/claims/adamwLargeStage1.ts";
import { checked, found } from "../../helpers/checked.ts";

it("holds: the feature by its bound, the noise by its exponents", async () => {
  const { says, evidence } = await checked(adamwLargeStage1());
  expect(says).toBe("holds at chosen sizes, fails for small n");
  for (const name of ["noise over eta", "noise over s", "noise over sigmaP", "feature, at most"]) {
    expect(evidence.find(({ check }) => check === name)?.verdict).toBe("holds");
  }
});

it.each([
  ["noise over eta", { eta: 0.5 }],
  ["noise over s", { s: 0.5 }],
  ["noise over sigmaP", { sigmaP: -1 }],
] as const)("a wrong exponent of %s is contradicted", async (name, mutant) => {
  expect(await found(adamwLargeStage1(mutant), name)).toBe("contradicted");
});

it("half of the feature's bound is too little", async () => {
  // From a constant gradient mom/sqrt(sec) reaches 6.5 of the 7.3 that betas (0.9, 0.999) allow, so half is passed.
  expect(await found(adamwLargeStage1({ rise: 0.5 }), "feature, at most", 4)).toBe("contradicted");
});
