import { isObject } from "../../src/setting/isObject.ts";
import { isListed, isText, mustReturn } from "../../src/setting/mustBe.ts";
import type { Counterexample } from "../claim.ts";

/** What shows that a seed goes against a claim. */
export interface Shown {
  /** What is seen, with its numbers. */
  readonly violation: string;
  /** Run files: as many runs as have to be compared to see it. */
  readonly runs: readonly [unknown, ...unknown[]];
  /** What trains them. */
  readonly command: "simulate" | "dynamics";
}

/** The same, of a seed. */
export interface ShownBy extends Shown {
  readonly seed: number;
  /** How well it shows it: the larger, the better. */
  readonly by: number;
}

/** What a user's function says of a seed that goes against a claim, if it is what it must be. */
export function mustShow<T extends Shown>(name: string, value: T): T {
  const { violation, runs, command } = (isObject(value) ? value : {}) as Partial<Shown>;
  const right =
    isText(violation) && isListed(runs) && runs.every(isObject) && /^(simulate|dynamics)$/.test(`${command}`);
  return mustReturn(right, name, 'violation (a text), runs (run files) and command ("simulate" or "dynamics")', value);
}

/**
 * The counterexample of a study over seeds. All are at the same sizes, so none is the smallest: it is the one that shows it best.
 *
 * @param against seeds that go against the claim
 * @returns the one with the largest `by`, the first of several, with its runs; undefined where there is none
 */
export function shownBest(against: readonly ShownBy[]): Counterexample | undefined {
  const [best] = against.toSorted((a, b) => b.by - a.by);
  if (best === undefined) return undefined;
  const { seed, violation, runs, command } = best;
  const [run, ...besides] = runs;
  return { case: { seed }, violation, run, ...(besides.length > 0 && { besides }), command };
}

/** What a reason says of it. */
export const shownText = (counterexample: Counterexample | undefined, which: string): string =>
  counterexample === undefined ? "" : `; ${which}: ${counterexample.violation}`;
