import { expect, it } from "vitest";
import type { Check, Level } from "../../../proofs-check/claim.ts";
import { adamwLargeFlip } from "../../../proofs-check/claims/adamwLargeFlip.ts";
import { turnAndFall } from "../../../proofs-check/support/adamw/adamwReversal.ts";
import { checkNamed, found } from "../../helpers/checked.ts";

const C13 = { featureOverS: -0.5, noiseOverS: 0, noise: 0 };
const FITTED = "after 1.9/(eta s sigmaP) epochs, C.13, of AdamW";

it.each([
  [`feature over s ${FITTED}`, { c13: { ...C13, featureOverS: 0.5 } }],
  [`noise over s ${FITTED}`, { c13: { ...C13, noiseOverS: 0.5 } }],
  [`noise over lambda ${FITTED}`, { c13: { ...C13, noise: -1 } }],
] as const)("a wrong exponent of %s is contradicted", async (name, mutant) => {
  expect(await found(adamwLargeFlip(mutant), name)).toBe("contradicted");
});

it("both classes flip at s sigmaP = 32, so that a claim of rare flips fails", async () => {
  const name = "both classes negative after 1/(eta lambda) steps, s = 400, eps = 0 lambda eta";
  expect(await found(adamwLargeFlip(), name)).toBe("holds");
  expect(await found(adamwLargeFlip({ flips: [0, 0.5] }), name)).toBe("fails with constants 1");
});

it("a feature does not rise after its turn, nor fall eight times as fast", () => {
  // One step of sign size is one eta n/b: eight of them an epoch is beyond 4, a rise has the wrong sign.
  for (const fall of [8, -1]) {
    const samples = [0, 1].map((k) => turnAndFall({ fall }).sample(k, { seed: 1, level: 1 }));
    expect(turnAndFall({ fall }).judge(samples).figures?.failing).toBe(2);
  }
});

it("the other weights have come down to eta at B.7's T0, and have not moved at C.13's", () => {
  for (const [reading, claimed, mutant] of [
    ["B.7, of signs", "holds", { others: 2 }],
    ["C.13, of AdamW", "contradicted", { others: 0 }],
  ] as const) {
    const [check, other] = [adamwLargeFlip(), adamwLargeFlip(mutant)].map((claim) =>
      checkNamed(claim, `other weights over eta, ${reading}`),
    ) as [Check, Check];
    const samples = Array.from({ length: check.least }, (_, k) =>
      check.sample(k, { seed: 1, level: check.levels?.[0] as Level }),
    );
    expect(check.judge(samples).verdict).toBe(claimed);
    expect(other.judge(samples).verdict).toBe(claimed === "holds" ? "contradicted" : "holds");
  }
});
