import type { Cell, ColumnHead } from "../../experiments/sweep/columns.ts";
import { toCsvPieces } from "./csv.ts";
import { toJsonPieces } from "./json.ts";
import { writeParquet } from "./parquet.ts";

/** A table that may be longer than memory. */
export interface LongTable {
  readonly columns: readonly ColumnHead[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** A form that a table is exported in: text, piece by piece, or a binary file. */
export type Format =
  | { readonly pieces: (table: LongTable) => Iterable<string> }
  | { readonly file: (table: LongTable, path: string) => void | Promise<void> };

/** What `export --format` may be. Adding one is one line here. */
export const FORMATS: Readonly<Record<string, Format>> = {
  csv: { pieces: toCsvPieces },
  json: { pieces: toJsonPieces },
  parquet: { file: writeParquet },
};
