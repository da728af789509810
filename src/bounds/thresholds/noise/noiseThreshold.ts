import { realPower } from "../../../numeric/realPower.ts";

/**
 * The weight decay up to which a neuron memorizes an example under full-batch Adam, in the mean over the start's other directions.
 *
 * lambda_noise = (q/(2n)) (x)_+^(q-2) |zeta|^2
 *
 * Three arguments give it (x = <w, zeta> where feature noise is left out): the sign drift D_i(lambda) has a positive mean over all starts with
 * this x exactly below it; the point where every coordinate is at rest, lambda w[k] = a_i zeta[k], is at x exactly there, so gradient descent
 * grows from x exactly below it; and Adam's signs, many coordinates taken together, let x grow exactly below it.
 *
 * @param q power of the activation, >= 2
 * @param n training examples (the full batch)
 * @param x x_i = <w, xi_i>
 * @param squaredNoise |zeta_i|^2
 * @returns the threshold, in the unit of weight decay; 0 for x <= 0
 * Source: ours, docs/notes/thresholds.md; one neuron's own value departs from it by `flowThreshold`.
 * @example
 * noiseThreshold(3, 2, 0.5, 4) // => 1.5
 */
export const noiseThreshold = (q: number, n: number, x: number, squaredNoise: number): number =>
  x > 0 ? (q / (2 * n)) * realPower(x, q - 2) * squaredNoise : 0;
