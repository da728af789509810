import { T25_TABLE_2 } from "../../papers/t25/published.ts";
import type { Row, Target } from "../target.ts";
import { errorsOf, syntheticRow } from "./synthetic.ts";

/** The two rows of [T25] Table 2 at a weight decay; the paper says that other decays end likewise (Fig. 6). */
export const adamwRows = (weightDecay: number): Row[] =>
  T25_TABLE_2.rows.map((row) => syntheticRow("adamw", weightDecay, row.batchSize, errorsOf(row)));

export const table2: Target = {
  name: "table2",
  title: "AdamW: large batch against mini-batch",
  source: "[T25] Table 2",
  curves: false,
  rows: adamwRows(T25_TABLE_2.weightDecay),
};
