import type { Start } from "../../../data/start.ts";
import { realPower } from "../../../numeric/realPower.ts";
import { type Network, PAPERS_MODEL } from "../../../setting/network.ts";

/** One neuron beside one noise patch of an example of its own class, at a start. Only such examples pull the neuron towards their noise. */
export interface NoisePair {
  /** zeta_i on B_i, [s] */
  readonly noise: Float64Array;
  /** w_{j,r} on B_i, [s] */
  readonly weights: Float64Array;
  /** <xi_i, v> = -alpha y_i, 0 without feature noise */
  readonly featureNoise: number;
  /** <w_{j,r}, v> */
  readonly signal: number;
}

/**
 * A neuron and an example of its class, cut out of a start.
 *
 * @param network m neurons a class
 * @param start in full or on its active coordinates
 * @param i the noise patch: the example, where each has one; the label of its example is the class of the neuron
 * @param r the neuron, 0..m-1
 * @returns copies of what the two have in common
 * Source: ours.
 */
export function noisePair(
  { neurons: m, model = PAPERS_MODEL }: Network,
  { examples, weights }: Start,
  i: number,
  r: number,
): NoisePair {
  const { rows, coordinates, values } = examples;
  const [begin, end] = [rows[i] as number, rows[i + 1] as number];
  const lane = (examples.labels[Math.floor(i / model.noisePatches)] === 1 ? 0 : m) + r;
  const k = model.featureSupport;
  // Coordinates ascend: the feature's, where there are any, come first, and what an entry has there is the same on all of them.
  const first = begin < end && coordinates[begin] === 0 ? begin + k : begin;
  let signal = 0;
  for (let c = 0; c < k; c++) signal += weights[c * 2 * m + lane] as number;
  return {
    noise: values.slice(first, end),
    weights: Float64Array.from(coordinates.subarray(first, end), (k) => weights[k * 2 * m + lane] as number),
    featureNoise: first > begin ? (values[begin] as number) * Math.sqrt(k) : 0,
    signal: signal / Math.sqrt(k),
  };
}

/**
 * What the neuron sees of the example's noise patch.
 *
 * x_i = <w, xi_i> = xi_i[1] w[1] + sum_{k in B_i} zeta_i[k] w[k]
 *
 * @param pair a neuron and an example
 * @returns x_i, in weight times patch
 * Source: [T25] Lemma A.5.
 * @example
 * response({ noise: Float64Array.of(2, 1), weights: Float64Array.of(1, -1), featureNoise: -0.5, signal: 1 }) // => 0.5
 */
export const response = ({ noise, weights, featureNoise, signal }: NoisePair): number =>
  noise.reduce((sum, zeta, k) => sum + zeta * (weights[k] as number), featureNoise * signal);

/**
 * How hard an example pulls a neuron of its class at the start, in the mean of the full batch.
 *
 * a_i = (1/n) l_i sigma'(x_i) = (q/(2n)) (x_i)_+^(q-1),  l_i = 1/2
 *
 * @param q power of the activation, >= 1
 * @param n training examples
 * @param x x_i = <w, xi_i>
 * @returns a_i >= 0; the gradient on B_i is -a_i xi_i[k]
 * Source: [T25] Lemma A.5.
 * @example
 * startPull(3, 2, 2) // => 3
 */
export const startPull = (q: number, n: number, x: number): number => (x > 0 ? (q / (2 * n)) * realPower(x, q - 1) : 0);
