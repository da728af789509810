import { expect, it } from "vitest";
import { adamwMiniStage2 } from "../../../proofs-check/claims/adamwMiniStage2.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

it("the feature is Theta~(1) of AdamW, as C.18 says, and Theta~(1/lambda) of signs, as B.11 does", async () => {
  expect(await found(adamwMiniStage2(), "feature over lambda, C.18, of AdamW")).toBe("holds");
  expect(await found(adamwMiniStage2(), "feature over lambda, B.11, of signs")).toBe("holds");
  expect(await found(adamwMiniStage2({ b11: { feature: 0, noise: 0 } }), "feature over lambda, B.11, of signs")).toBe(
    "contradicted",
  );
});

it("wherever the hypotheses hold, neither reading's feature is learnt in every run", async () => {
  for (const reading of ["B.11, of signs", "C.18, of AdamW"]) {
    expect(await found(adamwMiniStage2(), `feature at the end, ${reading}`)).toBe("fails with constants 1");
  }
});

it("wrong exponents are contradicted", async () => {
  const c18 = { feature: 1, noise: 1 };
  expect(await found(adamwMiniStage2({ c18 }), "feature over lambda, C.18, of AdamW")).toBe("contradicted");
  expect(await found(adamwMiniStage2({ c18 }), "noise over lambda, C.18, of AdamW")).toBe("contradicted");
  expect(await found(adamwMiniStage2({ noiseOverN: -2 }), "noise over n, lambda = 0.5")).toBe("contradicted");
});

it("the feature rests at the level derived, and between C.18's, which twice those levels are not", async () => {
  const names = ["level-printed", "level-derived"];
  expect(byCheck(await checked(adamwMiniStage2(), { only: names }))).toEqual({
    "level-printed": "holds",
    "level-derived": "holds",
  });
  // Theta~(1) with log n = 3.5 for its tilde had room for that.
  expect(await found(adamwMiniStage2({ level: 2 }), "level-printed")).toBe("fails with constants 1");
});
