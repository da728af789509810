import { median } from "./median.ts";

/** Where a further value would be expected, from k values seen. */
export interface PredictionInterval {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Probability that one further seed falls in [min, max]. */
  readonly coverage: number;
  readonly seeds: number;
}

/**
 * Probability that one further value lies in the range of k values, at least.
 *
 * (k-1)/(k+1)
 *
 * @param k how many values were seen, >= 1
 * @returns a number in [0, 1)
 * Source: as `predictionInterval`.
 * @example
 * coverageOfRange(19) // => 0.9
 */
export const coverageOfRange = (k: number): number => (k - 1) / (k + 1);

/**
 * Two-sided p of a value that lies outside of k values.
 *
 * 2/(k+1)
 *
 * @param k how many values were seen, >= 1
 * @returns a number in (0, 1]
 * Source: as `predictionInterval`.
 * @example
 * outsideOfRange(39) // => 0.05
 */
export const outsideOfRange = (k: number): number => 2 / (k + 1);

/**
 * Distribution-free prediction interval for one further value: the range of the values seen.
 *
 * P(min <= X_{k+1} <= max) >= (k-1)/(k+1): among k+1 exchangeable values each is equally likely to hold every rank (ties only help).
 *
 * @param values k >= 1 finite numbers, one a seed
 * @returns the interval with its coverage, and the median
 * Source: standard; Wilks, Mathematical Statistics (1962), section 11.2.
 * @example
 * predictionInterval([3, 1, 2]) // => { min: 1, median: 2, max: 3, coverage: 0.5, seeds: 3 }
 */
export function predictionInterval(values: readonly number[]): PredictionInterval {
  const sorted = [...values].sort((a, b) => a - b);
  const k = sorted.length;
  return {
    min: sorted[0] as number,
    median: median(sorted),
    max: sorted[k - 1] as number,
    coverage: coverageOfRange(k),
    seeds: k,
  };
}

/** Where one given value falls among k values. */
export interface Placement {
  readonly below: number;
  readonly equal: number;
  readonly above: number;
  /** Two-sided p of "the given value is one more draw of the same kind"; at least 2/(k+1). */
  readonly p: number;
}

/**
 * Places a published value among ours.
 *
 * p = min(1, 2 min(below + equal + 1, above + equal + 1)/(k+1)): the rank test of one value against k, valid under exchangeability, ties counted against rejection.
 *
 * @param published the value to place
 * @param values k >= 1 finite numbers
 * @returns how many of ours lie below, at and above it, and p
 * Source: standard (the permutation test of one against k).
 * @example
 * placeAmong(5, [1, 2, 3]) // => { below: 3, equal: 0, above: 0, p: 0.5 }
 */
export function placeAmong(published: number, values: readonly number[]): Placement {
  const below = values.filter((value) => value < published).length;
  const above = values.filter((value) => value > published).length;
  const equal = values.length - below - above;
  const p = Math.min(1, (2 * (Math.min(below, above) + equal + 1)) / (values.length + 1));
  return { below, equal, above, p };
}
