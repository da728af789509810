import { COLUMNS, type Column } from "./columns.ts";
import { readSweep } from "./folder.ts";
import { columnsNamed } from "./summary.ts";

/** Why groups of a summary have seeds twice. */
export interface Repeats {
  /** Columns that differ between runs of one seed in a group: named in `by` they tell such runs apart. */
  readonly columns: readonly string[];
  /** Whether runs are left that no column tells apart. */
  readonly same: boolean;
}

/** What is run, and by which engine: all but the seed and what came out. */
const TELLING: readonly Column[] = COLUMNS.filter(({ name, path }) => (path && name !== "seed") || name === "engine");

const SEED = COLUMNS.filter(({ name }) => name === "seed");

/**
 * What tells runs of one seed apart that a summary has in one group.
 *
 * @param folder that a sweep has written
 * @param by names of columns, those of the summary
 * @returns the columns that differ, and whether that is all
 * @throws InputError as `summary`
 * Source: ours.
 */
export function repeats(folder: string, by: readonly string[]): Repeats {
  const columns = [...columnsNamed(by, folder), ...SEED];
  const groups = new Map<string, { readonly first: readonly unknown[]; readonly seen: Set<string> }>();
  const differing = new Set<string>();
  let same = false;
  for (const [key, finished] of readSweep(folder).entries()) {
    if ("failed" in finished) continue;
    const cellsOf = (list: readonly Column[]) => list.map(({ of }) => of(key, finished));
    const name = JSON.stringify(cellsOf(columns));
    const cells = cellsOf(TELLING);
    const { first, seen } = groups.get(name) ?? { first: cells, seen: new Set() };
    groups.set(name, { first, seen });
    for (const [k, cell] of cells.entries()) if (cell !== first[k]) differing.add((TELLING[k] as Column).name);
    const text = JSON.stringify(cells);
    same ||= seen.has(text);
    seen.add(text);
  }
  return { columns: [...differing], same };
}
