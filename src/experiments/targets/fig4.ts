import type { Target } from "../target.ts";
import { FEATURE_AND_NOISE, syntheticRow } from "./synthetic.ts";

/** See fig3 on which figure shows which optimizer. */
export const fig4: Target = {
  name: "fig4",
  title: "AdamW: feature learning and noise memorization over the epochs",
  source: "[T25] Fig. 4",
  curves: true,
  rows: [100, 2].map((batchSize) => syntheticRow("adamw", 0.01, batchSize, FEATURE_AND_NOISE)),
};
