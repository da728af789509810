/**
 * The median.
 *
 * Of an even number of values, the mean of the two in the middle.
 *
 * @param values at least one, none NaN; infinite ones allowed
 * @returns infinite where a value in the middle is
 * Source: standard.
 * @example
 * median([3, 1, 2]) // => 2
 * median([1, 2, Infinity, 4]) // => 3
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] as number;
  return low === high ? low : (low + high) / 2;
}
