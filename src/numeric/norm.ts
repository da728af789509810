import { largestSize } from "./largestSize.ts";

/**
 * The l2 norm of a vector, or the Frobenius norm of a matrix.
 *
 *   |x| = max sqrt(sum_k (x_k/max)^2),  max = max_k |x_k|, so that no square leaves the doubles
 *
 * @param x numbers, in the order in which their squares are summed
 * @returns |x| >= 0; 0 where all are 0
 * Source: ours.
 * @example
 * norm(Float64Array.of(3, -4)) // => 5
 */
export function norm(x: Float64Array): number {
  const most = largestSize(x);
  if (most === 0) return 0;
  let sum = 0;
  for (const value of x) {
    const part = value / most;
    sum += part * part;
  }
  return most * Math.sqrt(sum);
}
