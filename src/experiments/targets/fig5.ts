import type { Target } from "../target.ts";
import { syntheticRow, testError, trainError, trainLoss } from "./synthetic.ts";

/** "Fails to train" carries no number in the paper; we read it as a final loss within 1% of ln 2, the loss of equal outputs. */
const stuck = { words: "fails to train", range: [0.99 * Math.LN2, Number.MAX_VALUE] } as const;

export const fig5: Target = {
  name: "fig5",
  title: "Adam breaks at a weight decay that AdamW tolerates",
  source: "[T25] Fig. 5",
  curves: false,
  rows: [100, 2].map((batchSize) =>
    syntheticRow("adam", 0.05, batchSize, [trainLoss(stuck), trainError(null), testError(null)]),
  ),
};
