/**
 * The largest of some numbers that stand side by side.
 *
 * @param values that hold them
 * @param first place of the first
 * @param count how many, >= 1
 * @returns the largest; NaN where the last of them is
 * Source: ours; operation for operation as the kernel has it.
 * @example
 * maximum(Float64Array.of(9, 1, 3, 2), 1, 3) // => 3
 */
export function maximum(values: Float64Array, first: number, count: number): number {
  let best = -Infinity;
  for (let r = first; r < first + count; r++) {
    const value = values[r] as number;
    if (!(value <= best)) best = value; // NaN wins, so that it is seen
  }
  return best;
}
