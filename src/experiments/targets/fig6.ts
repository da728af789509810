import { T25_TABLE_2 } from "../../papers/t25/published.ts";
import type { Target } from "../target.ts";
import { adamwRows } from "./table2.ts";

/** The paper says that these runs end as those of its Table 2 do. */
export const fig6: Target = {
  name: "fig6",
  title: "AdamW at a weight decay ten times that at which Adam breaks",
  source: "[T25] Fig. 6",
  curves: false,
  rows: adamwRows(T25_TABLE_2.alike),
};
