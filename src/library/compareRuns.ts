import { measuresOf } from "../experiments/pairs/measures.ts";
import { type Contrast, type Pair, pairing } from "../experiments/pairs/pairing.ts";
import { type PairRow, pairRow } from "../experiments/pairs/row.ts";
import { type Ended, sideOf } from "../experiments/pairs/side.ts";
import type { Trajectory } from "../sim/trajectory.ts";

/** What `simulate` or `dynamics` returned. */
export type Recorded = Trajectory & { readonly config: object };

/** A result of `simulate` or `dynamics`, or a list of such; or the path of one, of a folder of such files, or of a sweep's. */
export type ComparedSide = string | Recorded | readonly Recorded[];

const isCut = ({ trial, interrupted }: Ended): boolean =>
  interrupted === true || trial.diverged !== undefined || trial.stopped !== undefined;

/** How two sets of runs differ. */
export interface ComparedRuns {
  /** What all of b differ from all of a in. */
  readonly contrasts: readonly Contrast[];
  /** What varies within a side, and have the same value in both runs of a pair. */
  readonly by: readonly string[];
  /** One for every combination of their values. */
  readonly rows: readonly PairRow[];
  /** Runs whose partner is missing. */
  readonly alone: { readonly a: number; readonly b: number };
  /** Of the paired runs, those that did not come to their end: they diverged, were stopped by a rule of the plan, or from outside. */
  readonly cut: { readonly a: number; readonly b: number };
  /** Of each damaged file of a folder a sentence: it is left out. */
  readonly leftOut: readonly string[];
}

/**
 * Compares two sets of runs, paired by seed and by whatever varies within a set.
 *
 * b - a of every measure at the end: its median over pairs, with a distribution-free interval of 95%
 *
 * @param a a result, a list of results, or a path
 * @param b the same
 * @returns differences of outcomes and coefficients at the end, and the largest on the way where moments were kept; how often each event holds in one run of
 *   a pair alone; distances of final weights where both were kept
 * @throws InputError where a side cannot be read, or no two runs belong together
 * Source: ours; `medianWithInterval`, and Clopper-Pearson for events. Shown by `adamcheck compare-runs --help`.
 */
export function compareRuns(a: ComparedSide, b: ComparedSide): ComparedRuns {
  const [sideA, sideB] = [sideOf(a, "a"), sideOf(b, "b")];
  const [ofA, ofB] = [sideA.runs, sideB.runs];
  const { pairs, ...found } = pairing(ofA, ofB);
  const measures = measuresOf([...ofA, ...ofB]);
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = JSON.stringify(pair.at);
    const group = groups.get(key) ?? [];
    group.push(pair);
    groups.set(key, group);
  }
  const cut = (side: "a" | "b") => pairs.filter((pair) => isCut(pair[side])).length;
  return {
    ...found,
    cut: { a: cut("a"), b: cut("b") },
    leftOut: [...sideA.leftOut, ...sideB.leftOut],
    rows: [...groups.values()].map((group) => pairRow(group, measures)),
  };
}
