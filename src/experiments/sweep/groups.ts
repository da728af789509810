import { InputError, show } from "../../setting/inputError.ts";
import { advice } from "../../setting/nearest.ts";
import type { Finished } from "../journal/line.ts";
import type { Cell, Column } from "./column.ts";
import { telling } from "./columnsIn.ts";
import { readSweep } from "./folder.ts";
import type { Trial } from "./trial.ts";

/** What is made of the runs that share the values of columns. */
export interface Group<Made> {
  /** Those values, in the order of the columns. */
  readonly at: readonly Cell[];
  readonly made: Made;
}

/** The columns of a folder that `--by` names. */
function columnsNamed(names: readonly string[], folder: string): Column[] {
  const columns = telling(folder);
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined)
    throw new InputError(`by must name a column once, but names ${show(twice)} twice; keep one of them`);
  return names.map((name) => {
    const column = columns.find((candidate) => candidate.name === name);
    if (column) return column;
    const known = columns.map((candidate) => candidate.name);
    throw new InputError(
      `by must name columns out of ${known.join(", ")}, but names ${show(name)}; ${advice(name, known)}`,
    );
  });
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : Number(a !== b);
}

/** Rising by the first cell in which they differ. */
const inOrder = (a: readonly Cell[], b: readonly Cell[]): number =>
  a.map((cell, k) => compare(cell, b[k] as Cell)).find((order) => order !== 0) ?? 0;

/**
 * Gathers the runs of a sweep by values of columns; no run is held longer than `add` holds it.
 *
 * @param folder that a sweep has written
 * @param by names of columns, such as ["batchSize", "weightDecay"]; none for all runs together
 * @param begin what is made of no run
 * @param add takes a run to it
 * @returns a group for every combination of values that occurs, in rising order
 * @throws InputError for an unknown column or one named twice, or where there is no sweep
 */
export function groupsIn<Made>(
  folder: string,
  by: readonly string[],
  begin: () => Made,
  add: (made: Made, run: Finished<Trial>, key: string) => void,
): Group<Made>[] {
  const columns = columnsNamed(by, folder);
  const groups = new Map<string, Group<Made>>();
  for (const [key, run] of readSweep(folder).entries()) {
    const at = columns.map(({ of }) => of(key, run));
    const name = JSON.stringify(at);
    const group = groups.get(name) ?? { at, made: begin() };
    groups.set(name, group);
    add(group.made, run, key);
  }
  return [...groups.values()].sort((a, b) => inOrder(a.at, b.at));
}
