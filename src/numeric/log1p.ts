import { log } from "./log.ts";

/**
 * log(1 + x) without the loss of digits near 0.
 *
 * With u = fl(1 + x): log1p(x) = log(u) x/(u - 1), since log(u)/(u - 1) varies slowly and u - 1 is exact.
 *
 * @param x a double >= -1
 * @returns ln(1 + x), relative error below 3 ulps (1 of the log, 1 each of the quotient and the product); x where 1 + x rounds to 1
 * Source: W. Kahan's identity, as printed in Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1.
 * @example
 * log1p(1e-20) // => 1e-20
 * log1p(0) // => 0
 */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  if (u === Infinity) return log(x);
  return log(u) * (x / (u - 1));
}
