import type { Cell, Column } from "./column.ts";
import { rowOf } from "./columns.ts";
import { columnsIn } from "./columnsIn.ts";
import { readSweep } from "./folder.ts";

/**
 * The runs of a sweep's folder as a table, read from its journal as they are asked for.
 *
 * @param folder that a sweep has written
 * @returns columns, and a row a run: in plan order once the sweep is complete
 * @throws InputError where there is no sweep
 * Source: ours.
 */
export function runsTable(folder: string): { readonly columns: readonly Column[]; readonly rows: Iterable<Cell[]> } {
  const journal = readSweep(folder);
  const columns = columnsIn(folder);
  function* rows(): Generator<Cell[]> {
    for (const entry of journal.entries()) yield rowOf(columns, entry);
  }
  return { columns, rows: rows() };
}
