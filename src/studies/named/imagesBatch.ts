import { outside } from "../counted.ts";
import type { Part, Predicted, Study } from "../study.ts";
import { testError } from "../testError.ts";
import { ADAMS, batchesFor, imagesBase, imagesOf, SEEDS, SMALLEST } from "./imagesBase.ts";
import { CHOSEN } from "./imagesRates.ts";

const SIZES = [16, 64, 256, 1024];
/** As many as [T25] has; with n = b that is as many steps. */
const EPOCHS = 100;
/** Of the smallest batch, where every batch takes as many steps. */
const SHORT = 8;
const FLIPPED = 0.2;
/** Of test error. */
const A_POINT = 0.01;
const RISE = "rise";

/** What was bet of the test error of the full batch less that of batches of 16; papers: it rises. */
const BETS: Readonly<Record<string, Predicted>> = {
  "fixed epochs": { least: 0, most: 1 },
  "fixed steps": { least: -1, most: A_POINT },
  "lr chosen": { least: -1, most: A_POINT },
  "fixed epochs, labels flipped": { least: -1, most: 0 },
  "fixed steps, labels flipped": { least: 0, most: 1 },
};

/** Epochs of the two arms: as many, or as many steps. */
export const epochsOf =
  (name: string) =>
  (size: number): number =>
    name.startsWith("fixed steps") ? (SHORT * size) / SMALLEST : EPOCHS;

function part(name: string, quick: boolean): Part {
  const n = imagesOf(quick);
  const flips = name.endsWith("flipped");
  const ends = quick || flips;
  const sizes = SIZES.filter((size) => size <= n && (!ends || [SMALLEST, n].includes(size)));
  const batches = batchesFor(sizes, epochsOf(name));
  const zip =
    name === "lr chosen"
      ? [{ ...CHOSEN, epochs: CHOSEN.lr.map(() => EPOCHS), recordEvery: CHOSEN.lr.map(() => EPOCHS) }]
      : [ADAMS, batches];
  return {
    ...{ name, by: ["optimizer", "batchSize"] },
    plan: { base: imagesBase(quick, flips ? { setting: { flip: FLIPPED } } : {}), zip, seeds: SEEDS },
  };
}

export const imagesBatch: Study = {
  name: "images-batch",
  question:
    "On real images, does the test error rise with the batch size (as [T25] Fig. 1 says): at fixed epochs, at fixed steps, with lr chosen?",
  prediction:
    "At 100 epochs it rises, as the full batch takes 100 steps and has not fitted. At as many steps, or with lr chosen for each batch size, the full batch is at most a point worse than batches of 16: what rises is the number of steps that are missing. Where a fifth of the labels is flipped, so that there is noise to memorize, passes over the data decide: at 100 epochs the full batch, which has not fitted, is better, and at as many steps, after 64 times as many passes, it is worse.",
  derivation: "docs/notes/images.md",
  overturn:
    "the full batch more than a point worse than batches of 16 at as many steps or with lr chosen; with flipped labels, better at as many steps",
  measures: [
    testError("against the labels that are seen"),
    {
      name: RISE,
      about: `by how much the test error is above that of batches of ${SMALLEST} with the same seed`,
      of: ({ final }) => final.testError,
      less: { batchSize: SMALLEST },
      predicted: ({ batchSize, setting }, name) => (batchSize === setting.n ? BETS[name] : undefined),
    },
    {
      name: "train error",
      about: "against the labels that are seen",
      of: ({ final }) => final.trainError,
      predicted: () => undefined,
    },
  ],
  overturns({ part, measure, ...row }) {
    // What was bet of as many epochs is no part of it.
    return measure === RISE && !part.startsWith("fixed epochs") && outside(row);
  },
  parts: (quick) =>
    Object.keys(BETS)
      .filter((name) => !quick || name.startsWith("fixed"))
      .map((name) => part(name, quick)),
};
