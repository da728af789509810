import { InputError, show } from "../../setting/inputError.ts";
import { type Cell, COLUMNS, type Column } from "../sweep/columns.ts";
import type { Ended } from "./side.ts";

/** Entries of run files that tell runs apart. */
const ENTRIES: readonly Column[] = COLUMNS.filter(({ path, name }) => path !== undefined && name !== "seed");

const cellOf = ({ of }: Column, { trial }: Ended): Cell => of("", { outcome: trial });

/** Something in which all of one side differ from all of the other. */
export interface Contrast {
  readonly column: string;
  readonly a: Cell;
  readonly b: Cell;
}

/** Two runs that share a seed and whatever varies within a side. */
export interface Pair {
  /** Values of the columns that vary, in their order. */
  readonly at: readonly Cell[];
  readonly seed: number;
  readonly a: Ended;
  readonly b: Ended;
}

/** Which runs belong together. */
export interface Pairing {
  /** Columns that vary within a side. */
  readonly by: readonly string[];
  readonly contrasts: readonly Contrast[];
  /** In the order of a's runs. */
  readonly pairs: readonly Pair[];
  /** Runs whose partner is missing. */
  readonly alone: { readonly a: number; readonly b: number };
}

const varies = (column: Column, side: readonly Ended[]) => new Set(side.map((run) => cellOf(column, run))).size > 1;

/** Runs by what a partner must share. */
function byKey(side: readonly Ended[], columns: readonly Column[], name: string): Map<string, Ended> {
  const found = new Map<string, Ended>();
  for (const run of side) {
    const key = JSON.stringify([...columns.map((column) => cellOf(column, run)), run.trial.config.seed]);
    if (found.has(key)) {
      throw new InputError(
        `${name} must have runs that differ in their seed or in a column of \`export --help\`, but has two with ${key}; compare the two files`,
      );
    }
    found.set(key, run);
  }
  return found;
}

/**
 * Pairs the runs of two sides: one setting and seed, but for what all of a side have in common.
 *
 * @param a runs
 * @param b runs
 * @returns the pairs; what varies within a side must agree, what is the same within both is what they are compared for
 * @throws InputError where there is no pair, or two runs of a side could not be told apart
 * Source: ours.
 */
export function pairing(a: readonly Ended[], b: readonly Ended[]): Pairing {
  const columns = ENTRIES.filter((column) => varies(column, a) || varies(column, b));
  const [ofA, ofB] = [byKey(a, columns, "a"), byKey(b, columns, "b")];
  const pairs = [...ofA].flatMap(([key, run]) => {
    const partner = ofB.get(key);
    const at = columns.map((column) => cellOf(column, run));
    return partner ? [{ at, seed: run.trial.config.seed, a: run, b: partner }] : [];
  });
  const [first, other] = [a[0] as Ended, b[0] as Ended];
  if (pairs.length === 0) {
    const shared = ["seed", ...columns.map(({ name }) => name)].join(", ");
    const [key = "", sought = ""] = [[...ofA.keys()][0], [...ofB.keys()][0]];
    throw new InputError(
      `a and b must have runs with the same ${shared}, but a has ${show(key)} and b has ${show(sought)}, and none agree; give them the same seeds`,
    );
  }
  const contrasts = ENTRIES.filter((column) => !columns.includes(column)).flatMap((column) => {
    const [one, two] = [cellOf(column, first), cellOf(column, other)];
    return one === two ? [] : [{ column: column.name, a: one, b: two }];
  });
  return {
    by: columns.map(({ name }) => name),
    contrasts,
    pairs,
    alone: { a: a.length - pairs.length, b: b.length - pairs.length },
  };
}
