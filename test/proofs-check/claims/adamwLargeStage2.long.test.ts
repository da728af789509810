import { expect, it } from "vitest";
import { adamwLargeStage2 } from "../../../proofs-check/claims/adamwLargeStage2.ts";
import { byCheck, checked, found } from "../../helpers/checked.ts";

it("B.8's exponents are those of signs, C.14's noise is that of AdamW, and C.14's feature is not", async () => {
  const { verdict, evidence } = await checked(adamwLargeStage2());
  const of = (reading: string, part: string) =>
    evidence
      .filter((one) => one.reading === reading && one.part?.startsWith(`${part}: exponent`))
      .map((one) => one.verdict);
  expect(verdict).toBe("fails with constants 1");
  expect(new Set(of("B.8, of signs", "noise"))).toEqual(new Set(["holds"]));
  expect(of("B.8, of signs", "feature").slice(0, 2)).toEqual(["holds", "holds"]);
  expect(new Set(of("C.14, of AdamW", "noise"))).toEqual(new Set(["holds"]));
  expect(of("C.14, of AdamW", "feature")).toContain("contradicted");
  // Wherever the hypotheses hold, the noise of every example is as large as C.14 says, and no feature is.
  expect(byCheck({ evidence })).toMatchObject({
    "noise at the end, B.8, of signs": "fails with constants 1",
    "noise at the end, C.14, of AdamW": "holds",
    "feature at the end, B.8, of signs": "fails with constants 1",
    "feature at the end, C.14, of AdamW": "fails with constants 1",
    "level-printed": "holds",
    "level-derived": "holds",
  });
});

it("C.14 with other exponents of its noise is contradicted there, too", async () => {
  const mutant = { feature: 0, noise: 1, featureOverS: -0.5, noiseOverS: -0.5 };
  const claim = adamwLargeStage2({ c14: mutant });
  const noise = claim.checks.filter(
    (one) => one.reading === "C.14, of AdamW" && one.part?.startsWith("noise: exponent"),
  );
  const { evidence } = await checked(claim, { only: noise.map(({ name }) => name) });
  expect(new Set(evidence.map((one) => one.verdict))).toEqual(new Set(["contradicted"]));
});

it("over lambda from b^2/n to 1 AdamW's noise is C.14's Theta~(1): an exponent that the full batch could not refute is refuted", async () => {
  const name = "noise over lambda after 2/(eta lambda) steps, b = n^(1/4), C.14, of AdamW";
  const c14 = { feature: 0, featureOverS: -0.5, noiseOverS: 0 };
  expect(await found(adamwLargeStage2(), name)).toBe("holds");
  expect(await found(adamwLargeStage2({ c14: { ...c14, noise: -1 } }), name)).toBe("contradicted");
});
