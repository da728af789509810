import { InputError, show } from "../../setting/inputError.ts";
import type { Cell } from "../sweep/column.ts";
import { entriesOf } from "./entries.ts";
import type { Ended } from "./side.ts";

/** Something in which all of one side differ from all of the other; null where a side has no such thing. */
export interface Contrast {
  readonly column: string;
  readonly a: Cell;
  readonly b: Cell;
}

/** Two runs that share a seed and whatever varies within a side. */
export interface Pair {
  /** Values of what varies, in the order of their names. */
  readonly at: readonly Cell[];
  readonly seed: number;
  readonly a: Ended;
  readonly b: Ended;
}

/** Which runs belong together. */
export interface Pairing {
  /** What varies within a side, by name. */
  readonly by: readonly string[];
  readonly contrasts: readonly Contrast[];
  /** In the order of a's runs. */
  readonly pairs: readonly Pair[];
  /** Runs whose partner is missing. */
  readonly alone: { readonly a: number; readonly b: number };
}

type Entries = ReadonlyMap<string, Cell>;

interface Known {
  readonly run: Ended;
  readonly entries: Entries;
}

const cell = (entries: Entries, name: string): Cell => entries.get(name) ?? null;

const differs = (side: readonly Known[], name: string): boolean =>
  side.some(({ entries }) => cell(entries, name) !== cell((side[0] as Known).entries, name));

/** Runs by what a partner must share. */
function byKey(side: readonly Known[], by: readonly string[], name: string): Map<string, Known> {
  const found = new Map<string, Known>();
  for (const one of side) {
    const { seed } = one.run.trial.config;
    const key = JSON.stringify([seed, ...by.map((column) => cell(one.entries, column))]);
    if (found.has(key)) {
      throw new InputError(
        `${name} must have runs that differ in their seed or in what their run files say, but has two with seed ${seed} alike; leave one out`,
      );
    }
    found.set(key, one);
  }
  return found;
}

/** Why no two runs belong together: the seeds, or the first thing that varies and has no value on both sides. */
function whyNone(a: readonly Known[], b: readonly Known[], by: readonly string[]): InputError {
  const valuesOf = (side: readonly Known[], name: string) =>
    new Set(side.map(({ run, entries }) => (name === "seed" ? run.trial.config.seed : cell(entries, name))));
  const apart = (one: string) => [...valuesOf(a, one)].every((value) => !valuesOf(b, one).has(value));
  const name = ["seed", ...by].find(apart);
  const [first, second] = [a, b].map((side) => [...valuesOf(side, name ?? "seed")].slice(0, 5).map(show).join(", "));
  return new InputError(
    name === undefined
      ? `a and b must have runs with the same ${["seed", ...by].join(" and ")}, but no two have; compare parts that match`
      : `a and b must have runs with the same ${name}, but a has ${first} and b has ${second}; compare parts in which it ${name === "seed" ? "agrees" : "agrees or does not vary"}`,
  );
}

/**
 * Pairs the runs of two sides: one seed and one setting, but for what all of a side have in common.
 *
 * @param sideA runs
 * @param sideB runs
 * @returns the pairs; what varies within a side must agree, what is the same within both is what they are compared for
 * @throws InputError where there is no pair, or two runs of a side cannot be told apart
 * Source: ours.
 */
export function pairing(sideA: readonly Ended[], sideB: readonly Ended[]): Pairing {
  const [a, b] = [sideA, sideB].map((side) => side.map((run): Known => ({ run, entries: entriesOf(run) }))) as [
    Known[],
    Known[],
  ];
  const names = [...new Set([...a, ...b].flatMap(({ entries }) => [...entries.keys()]))];
  const by = names.filter((name) => differs(a, name) || differs(b, name));
  const [ofA, ofB] = [byKey(a, by, "a"), byKey(b, by, "b")];
  const pairs = [...ofA].flatMap(([key, { run, entries }]): Pair[] => {
    const partner = ofB.get(key);
    const at = by.map((name) => cell(entries, name));
    return partner ? [{ at, seed: run.trial.config.seed, a: run, b: partner.run }] : [];
  });
  if (pairs.length === 0) throw whyNone(a, b, by);
  const [one, two] = [(a[0] as Known).entries, (b[0] as Known).entries];
  const contrasts = names
    .filter((name) => !by.includes(name) && cell(one, name) !== cell(two, name))
    .map((column): Contrast => ({ column, a: cell(one, column), b: cell(two, column) }));
  return { by, contrasts, pairs, alone: { a: a.length - pairs.length, b: b.length - pairs.length } };
}
