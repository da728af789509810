import { fileWriter, parquetWriteRows } from "hyparquet-writer";
import type { Cell, ColumnHead } from "../../experiments/sweep/column.ts";
import type { LongTable } from "./longTable.ts";

/** Rows that are held at a time. */
const ROW_GROUP = 10000;

const TYPES = { string: "STRING", integer: "INT64", double: "DOUBLE" } as const;

/** Integers are BigInts there; they are below 2^53, so both hold them. */
const parquetCell = (cell: Cell, { type }: ColumnHead) =>
  cell === null ? undefined : type === "integer" ? BigInt(cell) : cell;

function* records({ columns, rows }: LongTable): Generator<Record<string, unknown>> {
  for (const row of rows) {
    yield Object.fromEntries(columns.map((column, k) => [column.name, parquetCell(row[k] as Cell, column)]));
  }
}

/**
 * Writes a long table as Parquet: doubles as they are, integers as INT64, text as UTF-8, what a run does not have as null. The file's metadata
 * says of every column its unit and its meaning.
 *
 * @param table columns and rows
 * @param path of the file
 */
export function writeParquet(table: LongTable, path: string): void | Promise<void> {
  return parquetWriteRows({
    writer: fileWriter(path),
    rows: records(table),
    columns: table.columns.map(({ name, type }) => ({ name, type: TYPES[type], nullable: true })),
    rowGroupSize: ROW_GROUP,
    kvMetadata: table.columns.map(({ name, unit, about }) => ({ key: name, value: `${unit}: ${about}` })),
  });
}
