import type { Target } from "../target.ts";
import { syntheticRow, testError, trainError } from "./synthetic.ts";

/** The paper says that these runs end as those of its Table 2 do. */
export const fig6: Target = {
  name: "fig6",
  title: "AdamW at a weight decay ten times that at which Adam breaks",
  source: "[T25] Fig. 6",
  curves: false,
  rows: [
    syntheticRow("adamw", 0.5, 100, [trainError({ value: 0 }), testError({ value: 0.5485 })]),
    syntheticRow("adamw", 0.5, 2, [trainError({ value: 0 }), testError({ value: 0 })]),
  ],
};
