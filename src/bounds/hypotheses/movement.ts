import { integerPower } from "../../numeric/integerPower.ts";

/**
 * How far Adam moves a coordinate that has a gradient once in K steps, per such period, in learning rates.
 *
 * G(K) = (1-b1)/sqrt(1-b2) sqrt(1-b2^K)/(1-b1^K) sum_{k<K} (b1/sqrt(b2))^k
 *
 * In the periodic state of equal gradients: about sqrt(K) while K is small beside 1/(1-b2), and the moment-ratio constant with (1 - b1/sqrt(b2))
 * in place of sqrt(1 - b1^2/b2) as K grows.
 *
 * @param b1 memory of the first moment, in [0, 1), b1^2 < b2
 * @param b2 memory of the second moment, in (0, 1)
 * @param period K, steps from one visit to the next: n/B; an integer >= 1
 * @returns G(K), 1 at K = 1
 * Source: ours, derived in docs/notes/coefficients.md; docs/findings.md has what it explains.
 * @example
 * movement(0.9, 0.999, 1) // => 1
 */
export function movement(b1: number, b2: number, period: number): number {
  const ratio = b1 / Math.sqrt(b2);
  const visits = (1 - integerPower(ratio, period)) / (1 - ratio);
  const momentum = (1 - b1) / (1 - integerPower(b1, period));
  return momentum * Math.sqrt((1 - integerPower(b2, period)) / (1 - b2)) * visits;
}
