import { exp } from "./exp.ts";
import { log } from "./log.ts";

/**
 * e^x - 1 without the loss of digits near 0.
 *
 * With u = fl(e^x): expm1(x) = (u - 1) x/log(u), since (u - 1)/log(u) varies slowly and u - 1 is exact where it matters.
 *
 * @param x any double
 * @returns e^x - 1, relative error below 5 ulps; x where e^x rounds to 1
 * Source: W. Kahan's identity, as printed in Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1.
 * @example
 * expm1(1e-20) // => 1e-20
 * expm1(-Infinity) // => -1
 */
export function expm1(x: number): number {
  const u = exp(x);
  if (u === 1) return x;
  // Beyond, e^x - 1 has no digits to lose, and log(u) would meet 0 or infinity.
  if (Math.abs(x) > 1) return u - 1;
  return ((u - 1) * x) / log(u);
}
