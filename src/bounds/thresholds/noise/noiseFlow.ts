import { realPower } from "../../../numeric/realPower.ts";
import type { NoisePair } from "./noisePair.ts";

/**
 * Where what grows from z has no point of rest left: ((q-1)/(q-2) z)^(q-2).
 *
 * @param q power of the activation, >= 2
 * @param z what stays of <w, xi> without growth, >= 0
 * @returns the value; 1 at q = 2, where sizes do not matter
 * Source: ours, docs/notes/thresholds.md.
 * @example
 * tangency(3, 2) // => 4
 */
export const tangency = (q: number, z: number) => (q === 2 ? 1 : realPower(((q - 1) / (q - 2)) * z, q - 2));

/**
 * The weight decay up to which a neuron memorizes an example under full-batch Adam, the start's own numbers followed in time.
 *
 *   max over tau >= 0 of (q/(2n)) (q-1) ((q-1)/(q-2) Z(tau)_+)^(q-2) Xi(tau)
 *   Z(tau) = sum_k xi_i[k] sgn(w[k]) (|w[k]| - tau)_+ over B_i and coordinate 1,   Xi(tau) = sum of zeta_i[k]^2 over k in B_i with |w[k]| <= tau
 *
 * Under signs a weight larger than its point of rest h zeta[k], h = a_i/lambda, loses 1 a unit of time until it gets there, and then stays.
 * So at time tau, x = Z + h Xi with h = (q/(2n lambda)) x^(q-1). That has a root near Z as long as Z, Xi are small; without one x runs away:
 * the example is memorized. If the root is there for every tau, x sinks to 0 with Z.
 *
 * @param pair a neuron and an example of its class
 * @param q power of the activation, >= 2
 * @param n training examples
 * @returns the threshold, finite; 0 where Z is never positive once a weight is at rest
 * Source: ours, docs/notes/thresholds.md: points of rest small beside |w| (s large), small steps (eta << sigma0 (1-b2)), residual 1/2,
 *   coordinate 1 decaying.
 *   In the mean over starts with the same x it is `noiseThreshold`.
 * @example
 * // Z = (3 - tau)_+ + 2 (1 - tau)_+, Xi = 4 from tau = 1 and 5 from tau = 3 on; the best is tau = 1: (3/4) 2 (2 * 2) 4
 * flowThreshold({ noise: Float64Array.of(1, 2), weights: Float64Array.of(3, 1), featureNoise: 0, signal: 0 }, 3, 2) // => 24
 */
export function flowThreshold({ noise, weights, featureNoise, signal }: NoisePair, q: number, n: number): number {
  const entries = Array.from(noise, (zeta, k) => ({ xi: zeta, w: weights[k] as number, square: zeta * zeta }));
  entries.push({ xi: featureNoise, w: signal, square: 0 });
  entries.sort((a, b) => Math.abs(a.w) - Math.abs(b.w));
  let squares = 0;
  const atRest = entries.map(({ square }) => {
    squares += square;
    return squares;
  });
  // Z(tau) = moment - tau slope of the larger weights. Xi jumps where Z bends, so the maximum is at one of these times.
  let [moment, slope, best] = [0, 0, 0];
  for (let k = entries.length - 1; k >= 0; k--) {
    const { xi, w } = entries[k] as (typeof entries)[number];
    const z = moment - Math.abs(w) * slope;
    if (z > 0) best = Math.max(best, (atRest[k] as number) * tangency(q, z));
    moment += xi * w;
    slope += xi * Math.sign(w);
  }
  return (q / (2 * n)) * (q - 1) * best;
}
