import { type Column, isEntry } from "./column.ts";
import { COLUMNS } from "./columns.ts";
import { groupsIn } from "./groups.ts";

/** Why groups of a summary have seeds twice. */
export interface Repeats {
  /** Columns that differ between runs of one seed in a group: named in `by` they tell such runs apart. */
  readonly columns: readonly string[];
  /** Whether runs are left that no column tells apart. */
  readonly same: boolean;
}

/** What is run, and by which engine: all but the seed and what came out. */
const TELLING: readonly Column[] = COLUMNS.filter(
  (column) => (isEntry(column) && column.name !== "seed") || column.name === "engine",
);

const SEED = "seed";

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
  const differing = new Set<string>();
  let same = false;
  const begin = () => ({ first: undefined as readonly unknown[] | undefined, seen: new Set<string>() });
  groupsIn(folder, by.includes(SEED) ? by : [...by, SEED], begin, (group, finished, key) => {
    if ("failed" in finished) return;
    const cells = TELLING.map(({ of }) => of(key, finished));
    group.first ??= cells;
    for (const [k, cell] of cells.entries()) if (cell !== group.first[k]) differing.add((TELLING[k] as Column).name);
    const text = JSON.stringify(cells);
    same ||= group.seen.has(text);
    group.seen.add(text);
  });
  return { columns: [...differing], same };
}
