/** How many moments are shown at most. */
const LINES = 12;

/**
 * At most twelve of a list, evenly spread, first and last among them.
 *
 * @param list any
 * @returns the ones to show
 * @example
 * thin([1, 2, 3]) // => [1, 2, 3]
 */
export function thin<T>(list: readonly T[]): T[] {
  const stride = Math.max(1, Math.ceil((list.length - 1) / (LINES - 1)));
  return list.filter((_, k) => k % stride === 0 || k === list.length - 1);
}
