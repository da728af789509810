import { PRINTED_DECAYS } from "../../experiments/plans/printedDecays.ts";
import { few, most, numbersAt } from "../counted.ts";
import { FEW, MOST, type Study } from "../study.ts";
import { testError } from "../testError.ts";
import { imagesBase, SEEDS, SMALLEST } from "./imagesBase.ts";

/** Beyond the papers' lists. */
const MORE = { adam: [1, 3, 10], adamw: [1, 3, 10] } as const;
/** Least decay at which no class but two can grow, for Adam (docs/notes/images.md); from here up to it nothing is said. */
const DEAD = 3;
const UNKNOWN = 1;
const BROKEN = 0.5;
const BREAKS = "breaks";
const EPOCHS = 20;

const decaysOf = (quick: boolean) =>
  (["adam", "adamw"] as const).flatMap((optimizer) => {
    const all = [...PRINTED_DECAYS[optimizer], ...MORE[optimizer]];
    const kept = quick ? [5e-4, 0.1, 10] : all;
    return kept.map((weightDecay) => ({ optimizer, weightDecay }));
  });

export const imagesDecay: Study = {
  name: "images-decay",
  question: "On real images, does Adam break at a weight decay that AdamW bears (as [T25] Fig. 2 says: above 0.05)?",
  prediction:
    "Yes, but at other numbers. At no weight decay of the papers' lists, up to 0.1 and 0.5, is either wrong on half of the test images. Adam breaks where its decay is above the rate at which classes grow from a small start, which for all but two of ten is below 3; AdamW learns at 10.",
  derivation: "docs/notes/images.md",
  overturn:
    "most seeds of either wrong on half of the test images within the papers' lists; Adam learning at 3 or above; AdamW failing at 10 or below",
  measures: [
    {
      name: BREAKS,
      about: `seeds that end with a test error of at least ${BROKEN}`,
      of: ({ final }) => final.testError >= BROKEN,
      predicted({ optimizer: { name, weightDecay } }) {
        if (name === "adamw" || weightDecay < UNKNOWN) return FEW;
        return weightDecay >= DEAD ? MOST : undefined;
      },
    },
    testError("of ten classes"),
  ],
  overturns(row) {
    if (row.measure !== BREAKS) return false;
    const { weightDecay } = numbersAt(row);
    if (row.at["optimizer"] === "adamw") return most(row);
    const printed = PRINTED_DECAYS.adam.some((decay) => decay === weightDecay);
    return printed ? most(row) : weightDecay >= DEAD && few(row);
  },
  parts(quick) {
    const decays = decaysOf(quick);
    return [
      {
        ...{ name: "weight decay", by: ["optimizer", "weightDecay"] },
        plan: {
          base: imagesBase(quick, { batchSize: SMALLEST, epochs: EPOCHS, recordEvery: EPOCHS }),
          zip: [
            {
              optimizer: decays.map(({ optimizer }) => optimizer),
              weightDecay: decays.map(({ weightDecay }) => weightDecay),
            },
          ],
          seeds: SEEDS,
        },
      },
    ];
  },
};
