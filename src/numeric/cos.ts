/** pi/2 in three parts: products of the first two with integers below 2^21 are exact. */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;

/** 1/n! with alternating signs, from x^18 (cos) and x^17 (sin) down: what is left out is below 10^-19 on [-pi/4, pi/4]. */
const COS = [-1 / 6402373705728000, 1 / 20922789888000, -1 / 87178291200, 1 / 479001600, -1 / 3628800, 1 / 40320];
const COS_REST = [-1 / 720, 1 / 24, -1 / 2, 1];
const SIN = [1 / 355687428096000, -1 / 1307674368000, 1 / 6227020800, -1 / 39916800, 1 / 362880, -1 / 5040];
const SIN_REST = [1 / 120, -1 / 6, 1];

const horner = (coefficients: readonly number[], square: number): number =>
  coefficients.reduce((sum, coefficient) => sum * square + coefficient, 0);

const COSINE = [...COS, ...COS_REST];
const SINE = [...SIN, ...SIN_REST];

/**
 * Cosine, the same bits on every machine.
 *
 * cos(x) = +-cos(r) or +-sin(r),  r = x - k pi/2,  k the integer nearest to x/(pi/2);  both by their series
 *
 * @param x radians, |x| <= 10^6
 * @returns cos(x), off by at most 4 * 2^-53; NaN beyond 10^6, where r would be inexact
 * Source: ours; reduction by parts as W. Cody and W. Waite have it. Math.cos may differ between engines, so no number here depends on it.
 * @example
 * cos(0) // => 1
 * Math.abs(cos(Math.PI) + 1) < 1e-15 // => true
 */
export function cos(x: number): number {
  if (!(Math.abs(x) <= 1e6)) return Number.NaN;
  const k = Math.round(x / (HALF_PI[0] + HALF_PI[1]));
  const r = x - k * HALF_PI[0] - k * HALF_PI[1] - k * HALF_PI[2];
  const square = r * r;
  const quarter = ((k % 4) + 4) % 4;
  const value = quarter % 2 === 0 ? horner(COSINE, square) : r * horner(SINE, square);
  return quarter === 0 || quarter === 3 ? value : -value;
}
