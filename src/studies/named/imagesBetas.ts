import { PRINTED_BETAS } from "../../experiments/plans/printedBetas.ts";
import type { Study } from "../study.ts";
import { testError } from "../testError.ts";
import { ADAMS, BETAS, batchesFor, imagesBase, imagesOf, SEEDS, SMALLEST } from "./imagesBase.ts";

const [BETA1, BETA2] = BETAS;
/** Of batches of 16; the full batch takes as many steps. */
const EPOCHS = 8;
/** Fewer, as the full batch takes most of the time. */
const N = 512;
const MOST = 0.02;
const RISE = "rise";

const ENDS = { beta1: [0, BETA1], beta2: [0.5, BETA2] };

export const imagesBetas: Study = {
  name: "images-betas",
  question:
    "On real images, do the memories of Adam's moments matter ([T25] Fig. 9: the same picture at all nine pairs)?",
  prediction:
    "No at the full batch: at as many steps every pair of the papers is within two points of test error of (0.9, 0.99). At batches of 16 nothing is said: pairs that remember little take steps like those of signs, and end noisier.",
  derivation: "docs/notes/images.md",
  overturn: "a pair that at the full batch is more than two points from (0.9, 0.99) in the same seed, in all ten",
  measures: [
    testError("of ten classes"),
    {
      name: RISE,
      about: `by how much the test error is above that of (${BETA1}, ${BETA2}) with the same seed`,
      of: ({ final }) => final.testError,
      less: { beta1: BETA1, beta2: BETA2 },
      predicted: ({ batchSize, setting }) => (batchSize === setting.n ? { least: -MOST, most: MOST } : undefined),
    },
  ],
  // Of ten seeds the interval reaches from the least to the largest; predicted is the full batch alone.
  overturns: ({ measure, predicted, low, high }) =>
    measure === RISE && predicted !== undefined && low !== null && high !== null && (low > MOST || high < -MOST),
  parts(quick) {
    const n = quick ? imagesOf(quick) : N;
    return [
      {
        ...{ name: "betas", by: ["optimizer", "batchSize", "beta1", "beta2"] },
        plan: {
          base: imagesBase(quick, { setting: { n } }),
          zip: [ADAMS, quick ? ENDS : PRINTED_BETAS, batchesFor([SMALLEST, n], (size) => (EPOCHS * size) / SMALLEST)],
          seeds: SEEDS,
        },
      },
    ];
  },
};
