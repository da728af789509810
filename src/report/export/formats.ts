import { toCsvPieces } from "./csv.ts";
import { toJsonPieces } from "./json.ts";
import type { LongTable } from "./longTable.ts";
import { writeParquet } from "./parquet.ts";

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
