import { T25_TABLE_1 } from "../../papers/t25/published.ts";
import type { Target } from "../target.ts";
import { errorsOf, syntheticRow } from "./synthetic.ts";

const { weightDecay, rows } = T25_TABLE_1;

export const table1: Target = {
  name: "table1",
  title: "Adam: large batch against mini-batch",
  source: "[T25] Table 1",
  curves: false,
  rows: rows.map((row) => syntheticRow("adam", weightDecay, row.batchSize, errorsOf(row))),
};
