import { T25_FIGURE_5 } from "../../papers/t25/published.ts";
import { T25_RUNS } from "../../papers/t25/settings.ts";
import type { Target } from "../target.ts";
import { syntheticRow, testError, trainError, trainLoss } from "./synthetic.ts";

/** "Fails to train" carries no number in the paper; we read it as a final loss within 1% of ln 2, the loss of equal outputs. */
const stuck = { words: T25_FIGURE_5.words, range: [0.99 * Math.LN2, Number.MAX_VALUE] } as const;

export const fig5: Target = {
  name: "fig5",
  title: "Adam breaks at a weight decay that AdamW tolerates",
  source: "[T25] Fig. 5",
  curves: false,
  rows: T25_RUNS.batchSizes.map((batchSize) =>
    syntheticRow("adam", T25_FIGURE_5.weightDecay, batchSize, [trainLoss(stuck), trainError(null), testError(null)]),
  ),
};
