import type { Examples } from "../data/examples.ts";
import type { Weights } from "../data/weights.ts";
import type { Network } from "../setting/network.ts";
import { type Activation, activationOf } from "./activation.ts";

/** What one example does to every neuron, and the two outputs. Lanes as in `Weights`: class +1 first. */
export interface Response {
  /** <w, y v>, [2m] */
  readonly signal: Float64Array;
  /** <w, xi>, [2m] */
  readonly noise: Float64Array;
  /** F_{+1}, F_{-1} */
  readonly outputs: Float64Array;
  readonly activation: Activation;
}

/** Room for a response, allocated once and written by every `respond`. */
export function newResponse(network: Network): Response {
  const width = 2 * network.neurons;
  return {
    signal: new Float64Array(width),
    noise: new Float64Array(width),
    outputs: new Float64Array(2),
    activation: activationOf(network),
  };
}

/**
 * The outputs of one example, from its pre-activations.
 *
 * F_j = sum_r [ sigma(<w_{j,r}, y v>) + sigma(<w_{j,r}, xi>) ], summed over ascending r.
 *
 * @param y the label
 * @param out its `signal` and `noise` are read, its `outputs` written
 * @returns the margin F_y - F_{-y}
 * Source: [T25] Definition 3.2.
 */
export function activate(y: number, { signal, noise, outputs, activation }: Response): number {
  const neurons = signal.length / 2;
  for (let j = 0; j < 2; j++) {
    let sum = 0;
    for (let r = j * neurons; r < (j + 1) * neurons; r++) {
      sum += activation.value(signal[r] as number) + activation.value(noise[r] as number);
    }
    outputs[j] = sum;
  }
  const difference = (outputs[0] as number) - (outputs[1] as number);
  return y === 1 ? difference : -difference;
}

/**
 * Forward pass on one example, over its support only.
 *
 * <w, y v> and <w, xi> of every neuron, the latter summed over ascending coordinates, then `activate`.
 *
 * @param weights [d * 2m]
 * @param examples training or test examples
 * @param i which
 * @param out written
 * @returns the margin F_y - F_{-y}
 * Source: [T25] Definition 3.2.
 */
export function respond(weights: Weights, examples: Examples, i: number, out: Response): number {
  const { signal, noise } = out;
  const width = signal.length;
  const y = examples.labels[i] as number;
  const end = examples.rows[i + 1] as number;
  noise.fill(0);
  for (let e = examples.rows[i] as number; e < end; e++) {
    const base = (examples.coordinates[e] as number) * width;
    const value = examples.values[e] as number;
    for (let r = 0; r < width; r++) noise[r] = (noise[r] as number) + value * (weights[base + r] as number);
  }
  for (let r = 0; r < width; r++) signal[r] = y * (weights[r] as number);
  return activate(y, out);
}
