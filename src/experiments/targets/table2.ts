import type { Target } from "../target.ts";
import { syntheticRow, testError, trainError } from "./synthetic.ts";

export const table2: Target = {
  name: "table2",
  title: "AdamW: large batch against mini-batch",
  source: "[T25] Table 2",
  curves: false,
  rows: [
    syntheticRow("adamw", 0.01, 100, [trainError({ value: 0 }), testError({ value: 0.5485 })]),
    syntheticRow("adamw", 0.01, 2, [trainError({ value: 0 }), testError({ value: 0 })]),
  ],
};
