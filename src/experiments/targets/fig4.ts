import { T25_TABLE_2 } from "../../papers/t25/published.ts";
import { T25_RUNS } from "../../papers/t25/settings.ts";
import type { Target } from "../target.ts";
import { FEATURE_AND_NOISE, syntheticRow } from "./synthetic.ts";

/** See fig3 on which figure shows which optimizer. */
export const fig4: Target = {
  name: "fig4",
  title: "AdamW: feature learning and noise memorization over the epochs",
  source: "[T25] Fig. 4",
  curves: true,
  rows: T25_RUNS.batchSizes.map((batchSize) =>
    syntheticRow("adamw", T25_TABLE_2.weightDecay, batchSize, FEATURE_AND_NOISE),
  ),
};
