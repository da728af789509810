import { exp } from "../numeric/exp.ts";
import { expm1 } from "../numeric/expm1.ts";
import { integerPower } from "../numeric/integerPower.ts";
import { log } from "../numeric/log.ts";
import { log1p } from "../numeric/log1p.ts";
import { normalTail } from "../numeric/normalCdf.ts";
import { normalQuantile } from "../numeric/normalQuantile.ts";

/** P(max of `count` normals > x) = 1 - (1 - Q(x))^count, to full relative accuracy however small. */
const exceeds = (count: number, x: number) => -expm1(count * log1p(-normalTail(x)));

/**
 * Quantile of the largest of independent standard normals, at least 0.
 *
 * The least x >= 0 with P(max_r (N_r)_+ <= x) = Phi(x)^count >= p; by the upper tail, Q(x) = 1 - p^(1/count), so that a large count costs no digits.
 *
 * @param count how many normals, a number >= 1
 * @param p a probability strictly between 0 and 1
 * @returns x >= 0; 0 for p <= 2^-count
 * Source: ours.
 * @example
 * positiveMaximumQuantile(1, 0.25) // => 0
 * positiveMaximumQuantile(1, 0.975) // => 1.9599639845400536
 */
export function positiveMaximumQuantile(count: number, p: number): number {
  const tail = -expm1(log(p) / count);
  return tail < 0.5 ? -normalQuantile(tail) : 0;
}

/** Of the integral below, in t: e^(-LEFT) of a value of at least 0.39 is left out on the left; beyond e^RIGHT = 39 the integrand is 0. */
const LEFT = 40;
const RIGHT = 3.66;
const AGREED = 1e-9;

/**
 * Moment of the largest of independent standard normals, at least 0.
 *
 * E[ max_r (N_r)_+^k ] = int_0^inf k x^(k-1) (1 - Phi(x)^count) dx
 *
 * With x = e^t the integrand decays exponentially to the left and doubly so to the right and is analytic about the real line, so the trapezoidal
 * rule's error falls like e^(-c/h): halving h squares it. h is halved until two values agree to 1e-9; the last is then right to about 1e-15.
 *
 * @param count how many normals, a number >= 1
 * @param k an integer >= 1
 * @returns the moment; Infinity where it is beyond the doubles
 * Source: ours; L. N. Trefethen, J. A. C. Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56 (2014).
 * @example
 * Math.abs(positiveMaximumMoment(1, 2) - 0.5) < 1e-14 // => true
 */
export function positiveMaximumMoment(count: number, k: number): number {
  const left = -LEFT / k;
  const at = (t: number) => {
    const x = exp(t);
    const half = Math.floor(k / 2);
    const tail = exceeds(count, x);
    // The power in two parts, between which the tail makes it small.
    return tail === 0 ? 0 : k * (integerPower(x, half) * tail) * integerPower(x, k - half);
  };
  let intervals = 64;
  let sum = 0;
  for (let j = 0; j <= intervals; j++) sum += at(left + ((RIGHT - left) * j) / intervals);
  for (;;) {
    const before = ((RIGHT - left) / intervals) * sum;
    for (let j = 0; j < intervals; j++) sum += at(left + ((RIGHT - left) * (j + 0.5)) / intervals);
    intervals *= 2;
    const now = ((RIGHT - left) / intervals) * sum;
    if (!(Math.abs(now - before) > AGREED * now) || now === Infinity) return now;
  }
}
