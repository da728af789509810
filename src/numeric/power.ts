import { exp } from "./exp.ts";
import { integerPower } from "./integerPower.ts";
import { log } from "./log.ts";

/**
 * Real power, the same bits on every machine.
 *
 * x^y = x^k exp((y - k) log x),  k = floor(y);   1/x^(-y) for y < 0
 *
 * @param x a finite double > 0
 * @param y a finite double
 * @returns x^y with relative error at most (k + 3 + 3 |log x|) u to first order, u = 2^-53, one u more for y < 0, short of under- and overflow;
 *   integer powers as `integerPower` has them
 * Source: ours. Math.pow and ** may differ between engines, so no number here depends on them.
 * @example
 * power(10, 6) // => 1000000
 * power(2.5, 0) // => 1
 * power(4, -1) // => 0.25
 * Math.abs(power(4, 2.5) - 32) < 1e-13 // => true
 */
export function power(x: number, y: number): number {
  if (y < 0) return 1 / power(x, -y);
  const k = Math.floor(y);
  return integerPower(x, k) * exp((y - k) * log(x));
}
