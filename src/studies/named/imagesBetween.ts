import type { Study } from "../study.ts";
import { testError } from "../testError.ts";
import { ADAMS, batchesFor, imagesBase, imagesOf, SEEDS, SMALLEST } from "./imagesBase.ts";
import { epochsOf, imagesBatch } from "./imagesBatch.ts";

/** Batch sizes of `images-batch`, and those between them. */
const KNOWN = [16, 64, 256, 1024];
const SIZES = [SMALLEST, 32, 128, 512];

/** Medians over seeds of the rise above batches of 16 at the known sizes, from docs/results/images/plans. */
const RISES: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  "fixed epochs": { adam: [0, 0.0042, 0.0071, 0.0306], adamw: [0, 0.006, 0.0107, 0.0334] },
  "fixed steps": { adam: [0, -0.0109, -0.0126, -0.0106], adamw: [0, -0.0111, -0.0118, -0.0121] },
};
/** A point of test error: what single seeds stray by. */
const BESIDE = 0.01;

const [, rise] = imagesBatch.measures;

export const imagesBetween: Study = {
  name: "images-between",
  question:
    "On real images, is the test error at batch sizes of 32, 128 and 512 between those at their neighbours, which images-batch has?",
  prediction:
    "Yes, within a point: at fixed epochs and at fixed steps the rise above batches of 16 is, at each size between, no less than the smaller and no more than the larger of the medians at half and twice as large batches.",
  derivation: "docs/notes/images.md",
  overturn: "a size at which all ten seeds are more than a point outside of its neighbours' medians",
  measures: [
    testError("of ten classes"),
    {
      ...(rise as NonNullable<typeof rise>),
      predicted({ optimizer: { name }, batchSize = 0, setting }, part) {
        // Of fewer images, as in a quick one, nothing was known.
        if (setting.n !== imagesOf(false)) return undefined;
        const rises = KNOWN.flatMap((size, k) =>
          [batchSize / 2, batchSize * 2].includes(size) ? (RISES[part]?.[name]?.[k] ?? []) : [],
        );
        return rises.length < 2 ? undefined : { least: Math.min(...rises) - BESIDE, most: Math.max(...rises) + BESIDE };
      },
    },
  ],
  overturns: ({ measure, agrees }) => measure === rise?.name && agrees === "no",
  parts: (quick) =>
    Object.keys(RISES).map((name) => {
      const sizes = SIZES.filter((size) => size <= imagesOf(quick));
      return {
        ...{ name, by: ["optimizer", "batchSize"] },
        plan: { base: imagesBase(quick), zip: [ADAMS, batchesFor(sizes, epochsOf(name))], seeds: SEEDS },
      };
    }),
};
