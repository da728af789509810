import type { Table } from "./table.ts";

/** A cell and what ends it: in quotes, which are doubled inside, or as it is. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/**
 * Reads comma-separated values (RFC 4180), as `toCsv` writes them.
 *
 * @param text names first, then a line a row
 * @returns the table; undefined where a quote is where none may be, or a row is of another length
 * @example
 * fromCsv('a,b\r\n1,"x, y"')?.rows // => [["1", "x, y"]]
 */
export function fromCsv(text: string): Table | undefined {
  const lines: string[][] = [];
  let cells: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const [, quoted, plain = "", end] = CELL.exec(text) ?? [];
    if (end === undefined) return undefined;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") {
      // A comma at the end of the text has an empty cell after it.
      if (CELL.lastIndex === text.length) cells.push("");
      else continue;
    }
    lines.push(cells);
    cells = [];
  }
  const [head = [], ...rows] = lines;
  return rows.every(({ length }) => length === head.length) ? { head, rows } : undefined;
}
