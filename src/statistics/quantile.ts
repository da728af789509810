/**
 * Quantile of a list of numbers: one of them, so that infinite ones do no harm.
 *
 * The smallest value with at least a share p of the values at or below it.
 *
 * @param values at least one, none NaN
 * @param p in [0, 1]
 * @returns a value of the list; the least for p = 0
 * Source: standard (the inverse of the empirical distribution function).
 * @example
 * quantile([3, Infinity, 1, 2], 0.5) // => 2
 * quantile([3, Infinity, 1, 2], 1) // => Infinity
 */
export const quantile = (values: ArrayLike<number>, p: number): number =>
  quantileOfSorted(Float64Array.from(values).sort(), p);

/** The same of numbers that rise already, where several quantiles are asked of them. */
export const quantileOfSorted = (sorted: Float64Array, p: number): number => sorted[rankOf(p, sorted.length)] as number;

/** Where among so many numbers that rise the quantile is, counted from 0. */
export const rankOf = (p: number, count: number): number => Math.max(0, Math.ceil(p * count) - 1);
