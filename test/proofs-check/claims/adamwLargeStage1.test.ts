import { expect, it } from "vitest";
import { adamwLargeStage1 } from "../../../proofs-check/claims/adamwLargeStage1.ts";
import { ADAMW_HORIZONS } from "../../../proofs-check/support/adamw/adamwHorizon.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

const [B6, C12] = ADAMW_HORIZONS.map(({ reading }) => reading) as [string, string];

it("holds: the noise by its exponents, at the sizes chosen", async () => {
  const names = ["noise over eta", "noise over s", "noise over sigmaP"];
  const verdicts = byCheck(await checked(adamwLargeStage1(), { only: names }));
  expect(Object.values(verdicts)).toEqual(["holds", "holds", "holds"]);
});

it("an epoch moves the noise by eta s sigmaP, of signs at most that up to B.6's T0, of AdamW up to C.12's", async () => {
  // s sigmaP goes like sqrt(s) here.
  for (const [overS, verdicts] of [
    [0, ["holds", "holds"]],
    [-0.5, ["contradicted", "contradicted"]],
  ] as const) {
    for (const [k, reading] of [B6, C12].entries()) {
      expect(await found(adamwLargeStage1({ overS }), `noise up to T0 over s, ${reading}`)).toBe(verdicts[k]);
    }
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
