import { few, numbersAt } from "../counted.ts";
import { learns } from "../learns.ts";
import { MOST, type Part, type Study } from "../study.ts";

const LR = 4e-4;
const LAMBDAS = [0, 1e-6, 1e-4, 1e-2, 0.1, 1];

/** How supports lie, and what trains there: in coefficients where that is exact. */
const PLACES = {
  disjoint: { d: 1e9, supports: "disjoint", method: "dynamics" },
  overlapping: { d: 500, supports: "independent", method: "simulate" },
} as const;

interface Asked {
  readonly sizes: readonly number[];
  readonly weightDecay: readonly number[];
}

const asked = (quick: boolean): Asked =>
  quick ? { sizes: [1], weightDecay: [0, 1] } : { sizes: [1, 4, 16], weightDecay: LAMBDAS };

/** AdamW at batch sizes and lambdas: those of the study, or another's. */
export function floorPart(
  name: keyof typeof PLACES,
  n: number,
  quick: boolean,
  { sizes, weightDecay } = asked(quick),
): Part {
  const { method, ...place } = PLACES[name];
  const steps = quick ? 2500 : 12_500;
  const epochs = sizes.map((b) => Math.ceil((steps * b) / n));
  return {
    ...{ name: `${name}, n = ${n}`, by: ["n", "batchSize", "weightDecay"] },
    plan: {
      base: {
        setting: {
          ...{ n, s: 16, sigmaP: 0.25, alpha: 0.05, m: 10, q: 3, sigma0: 0.02 },
          ...{ labels: "balanced", ...place },
        },
        optimizer: { name: "adamw", lr: LR, betas: [0.9, 0.99], eps: 0 },
        testSize: quick ? 200 : 1000,
      },
      axes: { weightDecay },
      zip: [{ batchSize: sizes, epochs, recordEvery: epochs }],
      ...{ seeds: quick ? "1-10" : "1-20", method },
    },
  };
}

export const floor: Study = {
  name: "floor",
  question: "Is the floor b^2/n under AdamW's weight decay needed anywhere (Corollary 4.6, Theorem 4.5)?",
  prediction:
    "No: where n/b is above the boundary of the flip AdamW learns at every lambda from 0 to 1, far below b^2/n too, on disjoint and on overlapping supports. The proof uses the floor once, to bound weights on fresh supports, which are bounded by their start where supports are disjoint.",
  derivation: "docs/findings.md",
  overturn: "most seeds failing at some lambda below b^2/n",
  measures: [
    learns(() => MOST),
    {
      name: "fresh noise",
      about: "the larger class's 95% quantile of max_r <w_r, xi> over fresh examples, at the end",
      of: ({ final: { freshNoise } }) => Math.max(freshNoise?.high["+1"] ?? 0, freshNoise?.high["-1"] ?? 0),
      predicted: () => undefined,
    },
  ],
  overturns(row) {
    const { n, batchSize, weightDecay } = numbersAt(row);
    return row.measure === "learn" && few(row) && weightDecay < batchSize ** 2 / n;
  },
  parts: (quick) =>
    (quick ? [64] : [64, 256]).flatMap((n) => [floorPart("disjoint", n, quick), floorPart("overlapping", n, quick)]),
};
