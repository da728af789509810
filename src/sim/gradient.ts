import type { Examples } from "../data/examples.ts";
import type { Weights } from "../data/weights.ts";
import type { Network } from "../setting/network.ts";
import { newResponse, type Response, respond } from "./forward.ts";
import { residual } from "./loss.ts";

/**
 * Turns an example's pre-activations into what its gradient is made of.
 *
 * signal_r <- c_r y sigma'(<w_r, y v>), its part along v;   noise_r <- c_r sigma'(<w_r, xi>), the coefficient of xi;
 * c_r = -pull for the neurons of class y, pull for the others
 *
 * @param y the label
 * @param pull l_{y,i}/b >= 0
 * @param response its `signal` and `noise` are overwritten
 * Source: [T25] Lemmas A.5, A.7, A.8.
 */
export function pullBack(y: number, pull: number, { signal, noise, activation }: Response): void {
  const neurons = signal.length / 2;
  for (let r = 0; r < signal.length; r++) {
    const j = r < neurons ? 1 : -1;
    const coefficient = j === y ? -pull : pull;
    signal[r] = coefficient * y * activation.derivative(signal[r] as number);
    noise[r] = coefficient * activation.derivative(noise[r] as number);
  }
}

/**
 * Adds one example's share to a batch's gradient, over its support only.
 *
 * grad_{w_{j,r}} += -(1/b) l_{j,i} [ sigma'(<w,y v>) y v + sigma'(<w,xi_i>) xi_i ],  l_{y,i} > 0 > l_{-y,i}
 *
 * @param weights [d * 2m]
 * @param examples the training examples
 * @param i which
 * @param share 1/b
 * @param response scratch
 * @param gradient [d * 2m], added to
 * @returns the margin F_y - F_{-y} at `weights`
 * Source: [T25] Lemmas A.5, A.7, A.8.
 */
export function addGradient(
  weights: Weights,
  examples: Examples,
  i: number,
  share: number,
  response: Response,
  gradient: Float64Array,
): number {
  const margin = respond(weights, examples, i, response);
  const { signal, noise } = response;
  const width = signal.length;
  const end = examples.rows[i + 1] as number;
  pullBack(examples.labels[i] as number, share * residual(margin), response);
  for (let r = 0; r < width; r++) gradient[r] = (gradient[r] as number) + (signal[r] as number);
  for (let e = examples.rows[i] as number; e < end; e++) {
    const base = (examples.coordinates[e] as number) * width;
    const value = examples.values[e] as number;
    for (let r = 0; r < width; r++) gradient[base + r] = (gradient[base + r] as number) + value * (noise[r] as number);
  }
  return margin;
}

/**
 * Gradient of the mean loss over a batch, weight decay not included.
 *
 * g = (1/b) sum_{i in I} grad L_i, summed in the order of the batch.
 *
 * @param network what the weights belong to
 * @param weights [d * 2m]
 * @param examples the training examples
 * @param batch indices of examples, b >= 1 of them
 * @returns the gradient [d * 2m]
 * Source: [T25] Lemma A.5.
 */
export function batchGradient(
  network: Network,
  weights: Weights,
  examples: Examples,
  batch: ArrayLike<number>,
): Float64Array {
  const gradient = new Float64Array(weights.length);
  const response = newResponse(network);
  for (let k = 0; k < batch.length; k++) {
    addGradient(weights, examples, batch[k] as number, 1 / batch.length, response, gradient);
  }
  return gradient;
}
