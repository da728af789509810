import type { Cell, ColumnHead } from "../../experiments/sweep/column.ts";

/** A table that may be longer than memory. */
export interface LongTable {
  readonly columns: readonly ColumnHead[];
  readonly rows: Iterable<readonly Cell[]>;
}
