import { log } from "../../../src/numeric/log.ts";
import { normalCdf } from "../../../src/numeric/normalCdf.ts";

/**
 * Kolmogorov's distance of a sample from the standard normal distribution.
 *
 * D = sup_x |F_N(x) - Phi(x)|,  F_N the empirical distribution function
 *
 * @param sample at least one number
 * @returns D in [0, 1]
 * Source: A. Kolmogorov 1933.
 * @example
 * kolmogorov([0]) // => 0.5
 */
export function kolmogorov(sample: ArrayLike<number>): number {
  const sorted = Float64Array.from(sample).sort();
  const N = sorted.length;
  return sorted.reduce((most, x, k) => {
    const p = normalCdf(x);
    return Math.max(most, p - k / N, (k + 1) / N - p);
  }, 0);
}

/**
 * The distance that a sample of the distribution itself hardly exceeds.
 *
 * P(D > e) <= 2 exp(-2 N e^2),  e = sqrt(ln(2/p)/(2N))
 *
 * @param N size of the sample
 * @param p probability with which it is exceeded, at most
 * @returns e
 * Source: P. Massart, "The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality", Annals of Probability 18 (1990).
 * @example
 * Math.abs(farthest(200, 0.01) - 0.1151) < 1e-4 // => true
 */
export const farthest = (N: number, p: number): number => Math.sqrt(log(2 / p) / (2 * N));
