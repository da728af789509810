import type { Row, Target } from "../target.ts";
import { syntheticRow, testError, trainError } from "./synthetic.ts";

/** The two rows of [T25] Table 2 at a weight decay; the paper says that other decays end likewise (Fig. 6). */
export const adamwRows = (weightDecay: number): Row[] => [
  syntheticRow("adamw", weightDecay, 100, [trainError({ value: 0 }), testError({ value: 0.5485 })]),
  syntheticRow("adamw", weightDecay, 2, [trainError({ value: 0 }), testError({ value: 0 })]),
];

export const table2: Target = {
  name: "table2",
  title: "AdamW: large batch against mini-batch",
  source: "[T25] Table 2",
  curves: false,
  rows: adamwRows(0.01),
};
