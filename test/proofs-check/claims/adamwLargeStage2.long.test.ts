import { expect, it } from "vitest";
import { adamwLargeStage2 } from "../../../proofs-check/claims/adamwLargeStage2.ts";
import { byCheck, checked } from "../../helpers/checked.ts";

it("neither reading: B.8's noise is contradicted, C.14's noise holds, C.14's feature is contradicted", async () => {
  const { verdict, evidence } = await checked(adamwLargeStage2());
  const of = (reading: string, part: string) =>
    evidence
      .filter((one) => one.reading === reading && one.part?.startsWith(`${part}: exponent`))
      .map((one) => one.verdict);
  expect(verdict).toBe("contradicted");
  expect(of("B.8", "noise")).toEqual(["contradicted", "contradicted"]);
  expect(of("C.14", "noise")).toEqual(["holds", "holds"]);
  expect(of("C.14", "feature")).toContain("contradicted");
  // Wherever the hypotheses hold, the noise of every example is as large as C.14 says, and no feature is.
  expect(byCheck({ evidence })).toMatchObject({
    "noise at the end, B.8": "fails with constants 1",
    "noise at the end, C.14": "holds",
    "feature at the end, B.8": "fails with constants 1",
    "feature at the end, C.14": "fails with constants 1",
    "level-printed": "holds",
    "level-derived": "holds",
  });
});

it("C.14 with other exponents of its noise is contradicted there, too", async () => {
  const mutant = { feature: 0, noise: 1, featureOverS: -0.5, noiseOverS: -0.5 };
  const { evidence } = await checked(adamwLargeStage2({ c14: mutant }));
  const noise = evidence.filter((one) => one.reading === "C.14" && one.part?.startsWith("noise: exponent"));
  expect(noise.map((one) => one.verdict)).toEqual(["contradicted", "contradicted"]);
});
