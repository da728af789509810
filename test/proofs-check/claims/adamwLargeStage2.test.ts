import { expect, it } from "vitest";
import { adamwLargeStage2 } from "../../../proofs-check/claims/adamwLargeStage2.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

const every = (reading: string) => `every neuron after 2/(eta lambda) steps, ${reading}`;

it("what both readings say of every neuron is not so, which max_r alone did not show", async () => {
  expect(await found(adamwLargeStage2(), every("B.8, of signs"))).not.toBe("holds");
  expect(await found(adamwLargeStage2(), every("C.14, of AdamW"))).toBe("fails with constants 1");
  expect(await found(adamwLargeStage2({ every: [0, 0.5] }), every("C.14, of AdamW"))).toBe("holds");
});

it("over lambda from b^2/n to 1 AdamW's noise is C.14's Theta~(1): an exponent that the full batch could not refute is refuted", async () => {
  const name = "noise over lambda after 2/(eta lambda) steps, b = n^(1/4), C.14, of AdamW";
  const c14 = { feature: 0, featureOverS: -0.5, noiseOverS: 0 };
  expect(await found(adamwLargeStage2(), name)).toBe("holds");
  expect(await found(adamwLargeStage2({ c14: { ...c14, noise: -1 } }), name)).toBe("contradicted");
});

it("the noise rests at the level derived, and between C.14's, which twice those levels are not", async () => {
  const names = ["level-printed", "level-derived"];
  expect(byCheck(await checked(adamwLargeStage2(), { only: names }))).toEqual({
    "level-printed": "holds",
    "level-derived": "holds",
  });
  // Theta~(1) with log n = 2.1 for its tilde had room for that.
  expect(await found(adamwLargeStage2({ level: 2 }), "level-printed")).toBe("fails with constants 1");
});
