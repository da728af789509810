import { type NoisePair, response, startPull } from "./noisePair.ts";

const absolute = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value), 0);

/**
 * Where z_i = <w, zeta_i> is headed when every coordinate takes the sign of its own gradient: full-batch Adam's first step, eta = 1.
 *
 * D_i(lambda) = sum_{k in B_i} sgn(a_i zeta_i[k] - lambda w[k]) zeta_i[k],  sgn(0) = 0
 *
 * @param pair a neuron and an example of its class
 * @param q power of the activation
 * @param n training examples
 * @param lambda weight decay, coupled, >= 0
 * @returns D_i(lambda); it never grows with lambda, and is |zeta_i|_1 at 0 if x_i > 0
 * Source: the signs of [T25] B.3; docs/notes/thresholds.md.
 */
export function noiseDrift(pair: NoisePair, q: number, n: number, lambda: number): number {
  const { noise, weights } = pair;
  const a = startPull(q, n, response(pair));
  return noise.reduce((sum, zeta, k) => sum + Math.sign(a * zeta - lambda * (weights[k] as number)) * zeta, 0);
}

/**
 * The last weight decay at which the noise drift of the start is positive.
 *
 * sup { lambda : D_i(lambda) > 0 }: D_i falls by 2 |zeta_i[k]| where lambda passes a_i zeta_i[k]/w[k], for the k where that is positive.
 *
 * @param pair a neuron and an example of its class
 * @param q power of the activation
 * @param n training examples
 * @returns the threshold; Infinity where D_i stays positive, as it does if sum_k sgn(w[k]) zeta_i[k] < 0 (a fifth of all pairs with x_i > 0);
 *   0 for x_i <= 0 and for no noise at all. Up to the rounding of the sum, exact
 * Source: ours, docs/notes/thresholds.md. It is about the first step only; `flowThreshold` follows the signs on.
 * @example
 * // a = 3/4 * 2^2 = 3: coordinate 1 turns at lambda = 3*2/1, and takes 2*2 from D = 2 + 1
 * driftThreshold({ noise: Float64Array.of(2, -1), weights: Float64Array.of(1, 0), featureNoise: 0, signal: 0 }, 3, 2) // => 6
 */
export function driftThreshold(pair: NoisePair, q: number, n: number): number {
  const { noise, weights } = pair;
  const a = startPull(q, n, response(pair));
  let drift = a > 0 ? absolute(noise) : 0;
  if (drift === 0) return 0;
  const ratio = (k: number) => (a * (noise[k] as number)) / (weights[k] as number);
  const turning = [...noise.keys()].filter((k) => (noise[k] as number) * (weights[k] as number) > 0);
  turning.sort((k, l) => ratio(k) - ratio(l));
  for (const k of turning) {
    drift -= 2 * Math.abs(noise[k] as number);
    if (drift <= 0) return ratio(k);
  }
  return Infinity;
}
