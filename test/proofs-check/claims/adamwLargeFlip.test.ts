import { expect, it } from "vitest";
import { adamwLargeFlip } from "../../../proofs-check/claims/adamwLargeFlip.ts";
import { turnAndFall } from "../../../proofs-check/support/adamwReversal.ts";
import { checked, found } from "../../helpers/checked.ts";

const C13 = { featureOverS: -0.5, noiseOverS: 0, noise: 0 };
const FITTED = "after 1.9/(eta s sigmaP) steps, C.13";

it("contradicts B.7's end, whose noise would grow with s and 1/lambda, and finds C.13's", async () => {
  const { evidence } = await checked(adamwLargeFlip());
  const verdicts = (reading: string, part: string) =>
    evidence.filter((one) => one.reading === reading && one.part?.startsWith(part)).map(({ verdict }) => verdict);
  expect(verdicts("B.7", "noise")).toEqual(["contradicted", "contradicted"]);
  expect(verdicts("C.13", "noise")).toEqual(["holds", "holds"]);
  expect(verdicts("C.13", "feature")).toEqual(["holds"]);
});

it.each([
  [`feature over s ${FITTED}`, { c13: { ...C13, featureOverS: 0.5 } }],
  [`noise over s ${FITTED}`, { c13: { ...C13, noiseOverS: 0.5 } }],
  [`noise over lambda ${FITTED}`, { c13: { ...C13, noise: -1 } }],
] as const)("a wrong exponent of %s is contradicted", async (name, mutant) => {
  expect(await found(adamwLargeFlip(mutant), name)).toBe("contradicted");
});

it("both classes flip at s sigmaP = 32, so that a claim of rare flips is contradicted", async () => {
  const name = "both classes negative after 1/(eta lambda) steps, s = 400, eps = 0 lambda eta";
  expect(await found(adamwLargeFlip(), name)).toBe("holds");
  expect(await found(adamwLargeFlip({ flips: [0, 0.5] }), name)).toBe("contradicted");
});

it("a feature does not rise after its turn, nor fall eight times as fast", () => {
  // One step of sign size is one eta n/b: eight of them an epoch is beyond 4, a rise has the wrong sign.
  for (const fall of [8, -1]) {
    const samples = [0, 1].map((k) => turnAndFall({ fall }).sample(k, { seed: 1, level: 1 }));
    expect(turnAndFall({ fall }).judge(samples).figures?.failing).toBe(2);
  }
});
