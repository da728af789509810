import { T25_TABLE_1 } from "../../papers/t25/published.ts";
import { T25_RUNS } from "../../papers/t25/settings.ts";
import type { Target } from "../target.ts";
import { FEATURE_AND_NOISE, syntheticRow } from "./synthetic.ts";

/** The paper draws the four runs of its two tables in Figures 3 and 4; we read Figure 3 as Adam's and Figure 4 as AdamW's. */
export const fig3: Target = {
  name: "fig3",
  title: "Adam: feature learning and noise memorization over the epochs",
  source: "[T25] Fig. 3",
  curves: true,
  rows: T25_RUNS.batchSizes.map((batchSize) =>
    syntheticRow("adam", T25_TABLE_1.weightDecay, batchSize, FEATURE_AND_NOISE),
  ),
};
