import { csvLine } from "../table.ts";
import type { LongTable } from "./longTable.ts";

/**
 * A long table as comma-separated values (RFC 4180): names first, then a line a row. Numbers are the shortest decimals that are read back
 * as the same doubles; what a run does not have is an empty cell.
 *
 * @param table columns and rows
 * @returns its lines, each with its end
 */
export function* toCsvPieces({ columns, rows }: LongTable): Generator<string> {
  yield `${csvLine(columns.map(({ name }) => name))}\r\n`;
  for (const row of rows) yield `${csvLine(row.map((cell) => (cell === null ? "" : String(cell))))}\r\n`;
}
