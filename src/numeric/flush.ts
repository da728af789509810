/** Numbers smaller than this count as zero: 2^-500, about 3e-151. */
export const TINY = 3.054936363499605e-151;

/** Squares of numbers smaller than `TINY` count as zero: 2^-1000, about 9e-302. */
export const TINY_SQUARE = 9.332636185032189e-302;

/**
 * Replaces numbers that are too small to matter by zero, before they become subnormal.
 *
 * flush(x) = 0 if |x| < limit, else x
 *
 * @param x any double
 * @param limit `TINY`, or `TINY_SQUARE` for what is in squared units
 * @returns 0 or x; NaN stays NaN
 * Source: ours, docs/notes/subnormals.md: decayed weights and moments would otherwise sit among the subnormal numbers for ever,
 *   where every operation costs some hundred cycles.
 * @example
 * flush(1e-200, TINY) // => 0
 * flush(-1e-150, TINY) // => -1e-150
 */
export function flush(x: number, limit: number): number {
  return Math.abs(x) < limit ? 0 : x;
}
