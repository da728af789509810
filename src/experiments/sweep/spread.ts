import { mean } from "../../statistics/mean.ts";
import type { Cell } from "./column.ts";
import { isDiverged } from "./events.ts";
import { groupsIn } from "./groups.ts";

/** Test errors at a point of a sweep, as papers tell them. */
export interface SpreadRow {
  /** Values of the columns asked for, in their order. */
  readonly at: readonly Cell[];
  /** Runs that finished, diverged ones among them. */
  readonly seeds: number;
  readonly diverged: number;
  /** Of the test errors of those that did not diverge; null where there are none. */
  readonly mean: number | null;
  /** Of the sample, with k - 1; null of fewer than two. */
  readonly deviation: number | null;
}

/** sqrt(sum (x - mean)^2/(k - 1)) */
function deviationOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean(values);
  const apart = values.map((x) => x - middle);
  return Math.sqrt(apart.reduce((sum, x) => sum + x * x, 0) / (values.length - 1));
}

/**
 * Mean and standard deviation of the test errors of a sweep, by values of columns.
 *
 * @param folder that a sweep has written
 * @param by names of columns
 * @returns a row for every combination of values that occurs, in rising order
 * @throws InputError for an unknown column or one named twice, or where there is no sweep
 * Source: ours; bars of [T25] Fig. 7 and 8 are standard deviations.
 */
export function spread(folder: string, by: readonly string[]): SpreadRow[] {
  const begin = () => ({ seeds: 0, diverged: 0, errors: [] as number[] });
  const groups = groupsIn(folder, by, begin, (made, finished) => {
    if ("failed" in finished) return;
    made.seeds++;
    if (isDiverged(finished.outcome)) made.diverged++;
    else made.errors.push(finished.outcome.final.testError);
  });
  return groups.map(({ at, made: { seeds, diverged, errors } }) => ({
    ...{ at, seeds, diverged },
    ...{ mean: errors.length === 0 ? null : mean(errors), deviation: deviationOf(errors) },
  }));
}
