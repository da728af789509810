import { median } from "./median.ts";
import { medianInterval } from "./medianInterval.ts";

/** Beyond this many values `medianInterval` would leave the doubles. */
export const INTERVAL_LIMIT = 1000;

/** A median, with its interval where it has one. */
export interface MedianWithInterval {
  readonly median: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Probability that [low, high] contains the median of the distribution, at least. */
  readonly coverage: number | null;
}

/**
 * The median of values, with its distribution-free interval where there are 2 to 1000 independent ones.
 *
 * @param values one or more
 * @param independent whether they are, as those of different seeds; true unless given
 * @returns the median; interval and coverage are null where there are none
 * Source: ours; `medianInterval`.
 * @example
 * medianWithInterval([1, 2, 4]) // => { median: 2, low: 1, high: 4, coverage: 0.75 }
 * medianWithInterval([1]) // => { median: 1, low: null, high: null, coverage: null }
 */
export function medianWithInterval(values: readonly number[], independent = true): MedianWithInterval {
  if (!independent || values.length < 2 || values.length > INTERVAL_LIMIT) {
    return { median: median([...values]), low: null, high: null, coverage: null };
  }
  const { median: middle, low, high, coverage } = medianInterval(values, values);
  return { median: middle, low, high, coverage };
}
