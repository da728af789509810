import type { Table } from "../table.ts";

/** So many parts at most can be read one under another. */
const MOST = 4;

/** How many columns on the left tell the rows apart. */
function keysOf({ head, rows }: Table): number {
  for (let count = 1; count < head.length; count++) {
    if (new Set(rows.map((row) => row.slice(0, count).join("\n"))).size === rows.length) return count;
  }
  return 1;
}

/**
 * A table in two to four of fewer columns, one under another; each begins with the columns that tell the rows apart.
 *
 * @param table any
 * @param fits draws a part; undefined where it is too wide
 * @returns the parts, drawn; undefined where there would be more than four
 */
export function inParts<T>(table: Table, fits: (part: Table) => T | undefined): T[] | undefined {
  const { head, rows } = table;
  if (head.length < 2) return undefined;
  const keys = keysOf(table);
  const part = (from: number, to: number): Table => {
    const pick = (cells: readonly string[]) => [...cells.slice(0, keys), ...cells.slice(from, to)];
    return { head: pick(head), rows: rows.map(pick) };
  };
  const parts: T[] = [];
  let from = keys;
  while (from < head.length) {
    if (parts.length === MOST) return undefined;
    let to = head.length;
    let drawn = fits(part(from, to));
    while (drawn === undefined && to > from + 1) drawn = fits(part(from, --to));
    if (drawn === undefined) return undefined;
    parts.push(drawn);
    from = to;
  }
  return parts;
}
