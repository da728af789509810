const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

/**
 * Widths of columns that add up to `room`, none below its least: the widest give way first, all to one width.
 *
 * @param widths that columns would like to have
 * @param least that each needs; together at most `room`
 * @param room that there is
 * @param step by which the common width is lowered
 * @returns the widths
 * @example
 * narrowed([2, 30, 20], [2, 4, 4], 22, 1) // => [2, 10, 10]
 */
export function narrowed(widths: readonly number[], least: readonly number[], room: number, step: number): number[] {
  let cap = Math.max(...widths);
  const within = () => widths.map((width, k) => Math.max(Math.min(width, cap), least[k] as number));
  while (cap > 0 && sum(within()) > room) cap -= step;
  return within();
}
