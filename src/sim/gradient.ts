import type { Rows } from "../data/entries.ts";
import { eachExtra } from "../data/extraRows.ts";
import type { Weights } from "../data/weights.ts";
import { lanesIn, type Network } from "../setting/network.ts";
import { activated, newResponse, type Response, respond, strengthOf } from "./forward.ts";
import type { SplitExamples } from "./ground.ts";
import type { Loss } from "./losses/loss.ts";
import { CROSS_ENTROPY } from "./losses/registry.ts";
import { softmaxPulls } from "./losses/softmax.ts";
import { sideOf } from "./side.ts";
import { addLanesSingle, scatterSingle } from "./single.ts";

/** What the pull of an example does to biases and second layer, [2m] each: d(-margin)/db and d(-margin)/da times the pull. */
type ExtraPull = Pick<Response, "biases" | "head">;

/** Room for it. */
const newExtraPull = (width: number): ExtraPull => ({
  biases: new Float64Array(width),
  head: new Float64Array(width),
});

/**
 * Turns an example's pre-activations into what its gradient is made of.
 *
 * signal_r <- c_r strength sigma'(<w_r, mu y v> + b_r), its part on each coordinate of the feature;   noise_{p,r} <- c_r sigma'(<w_r, xi_p> + b_r), the
 * coefficient of xi_p;   c_r = -pull scale a_r for the neurons of class y, pull scale a_r for the others
 *
 * @param y the label
 * @param pull -L'(margin)/b; of K >= 3 classes dL/dF_c/b of each
 * @param response its `signal` and `noise` are overwritten
 * @param strength mu y/sqrt(k), with the true label; y in the papers' model
 * @param extra written where the model has biases or a second layer
 * Source: [T25] Lemmas A.5, A.7, A.8; docs/theory.md 1.8.
 */
export function pullBack(
  y: number,
  pull: number | Float64Array,
  response: Response,
  strength = y,
  extra?: ExtraPull,
): void {
  const { signal, noise, biases, head, activation, model, neurons } = response;
  const width = signal.length;
  const [ofTwo, ofEach] = typeof pull === "number" ? [pull, undefined] : [0, pull];
  for (let r = 0; r < width; r++) {
    let side = (r < width / 2 ? 1 : -1) === y ? -ofTwo : ofTwo;
    if (ofEach) side = ofEach[Math.floor(r / neurons)] as number;
    const scaled = side * model.scale;
    const coefficient = scaled * (head[r] as number);
    const bias = biases[r] as number;
    if (extra && model.head) extra.head[r] = scaled * activated(response, r);
    const alone = (signal[r] as number) + bias;
    const seen = model.unpatched ? alone + (noise[r] as number) : alone;
    const slope = coefficient * activation.derivative(seen);
    let sum = slope;
    signal[r] = strength * slope;
    if (model.unpatched) noise[r] = slope;
    else
      for (let at = r; at < noise.length; at += width) {
        const own = coefficient * activation.derivative((noise[at] as number) + bias);
        sum += own;
        noise[at] = own;
      }
    if (extra) extra.biases[r] = sum;
  }
}

/** Adds lanes times xi of a row to a gradient, over its support only. */
function scatter(lanes: Float64Array, { rows, coordinates, values }: Rows, row: number, gradient: Float64Array) {
  const width = lanes.length;
  const even = width - (width % 2);
  const end = rows[row + 1] as number;
  for (let e = rows[row] as number; e < end; e++) {
    const base = (coordinates[e] as number) * width;
    const value = values[e] as number;
    // Two at a time, as in `project` of forward.ts.
    for (let r = 0; r < even; r += 2) {
      gradient[base + r] = (gradient[base + r] as number) + value * (lanes[r] as number);
      gradient[base + r + 1] = (gradient[base + r + 1] as number) + value * (lanes[r + 1] as number);
    }
    if (even < width) gradient[base + even] = (gradient[base + even] as number) + value * (lanes[even] as number);
  }
}

function addLanes(from: Float64Array, at: number, to: Float64Array): void {
  for (let r = 0; r < to.length; r++) to[r] = (to[r] as number) + (from[at + r] as number);
}

/**
 * Adds to a batch's gradient what it has along what all patches have in common, once all its examples are added.
 *
 * @param examples the training examples
 * @param room of these; what is summed there begins anew
 * @param gradient [(d + extra) * 2m], added to
 */
export function addCommon({ base, single }: SplitExamples, { common }: GradientRoom, gradient: Float64Array): void {
  if (!base) return;
  (single ? scatterSingle : scatter)(common, base, 0, gradient);
  common.fill(0);
}

/** Where the gradient of a batch is summed, example by example. */
export interface GradientRoom {
  readonly loss: Loss;
  readonly response: Response;
  readonly extra: ExtraPull;
  /** Sum of the coefficients of all patches, [2m], where these have something in common. */
  readonly common: Float64Array;
  /** dL/dF_c of each class, where there are more than two. */
  readonly pulls: Float64Array;
}

/** Room for it, allocated once and written by every `addGradient`. */
export const newGradientRoom = (network: Network, loss: Loss = CROSS_ENTROPY): GradientRoom => ({
  loss,
  response: newResponse(network),
  extra: newExtraPull(lanesIn(network)),
  common: new Float64Array(lanesIn(network)),
  pulls: new Float64Array(network.model?.classes ?? 2),
});

/**
 * Adds one example's share to a batch's gradient, over its support only.
 *
 * grad_{w_{j,r}} += -(1/b) l_{j,i} [ sigma'(<w,y v>) y v + sigma'(<w,xi_i>) xi_i ],  l_{y,i} > 0 > l_{-y,i}; likewise with more patches, biases, a second layer
 *
 * @param weights [(d + extra) * 2m]
 * @param examples the training examples
 * @param i which
 * @param share 1/b
 * @param room the loss, and scratch
 * @param gradient [(d + extra) * 2m], added to
 * @returns the margin F_y - F_{-y} at `weights`
 * Source: [T25] Lemmas A.5, A.7, A.8.
 */
export function addGradient(
  weights: Weights,
  examples: SplitExamples,
  i: number,
  share: number,
  { loss, response, extra, common, pulls }: GradientRoom,
  gradient: Float64Array,
): number {
  const margin = respond(weights, examples, i, response);
  const { signal, noise, model } = response;
  const { noisePatches, featureSupport } = model;
  const width = signal.length;
  const strength = strengthOf(model, examples, i);
  const y = examples.labels[i] as number;
  if (pulls.length > 2) {
    softmaxPulls(response.outputs, sideOf(y), share, pulls);
    pullBack(y, pulls, response, strength, extra);
  } else pullBack(y, share * loss.pull(margin), response, strength, extra);
  const { shown } = examples;
  const add = examples.single ? scatterSingle : scatter;
  if (shown) add(signal, shown.directions, shown.features[i] as number, gradient);
  for (let c = 0; c < (shown ? 0 : featureSupport); c++) {
    for (let r = 0; r < width; r++) {
      gradient[c * width + r] = (gradient[c * width + r] as number) + (signal[r] as number);
    }
  }
  for (let p = 0; p < noisePatches; p++) {
    const own = noisePatches === 1 ? noise : noise.subarray(p * width, (p + 1) * width);
    add(own, examples, i * noisePatches + p, gradient);
  }
  if (examples.base) {
    const addTo = examples.single ? addLanesSingle : addLanes;
    addTo(signal, 0, common);
    for (let at = 0; at < noise.length; at += width) addTo(noise, at, common);
  }
  eachExtra(model, width, gradient.length, (name, at) => {
    for (let r = 0; r < width; r++) gradient[at + r] = (gradient[at + r] as number) + (extra[name][r] as number);
  });
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
 * @param loss of the margin (default: cross-entropy)
 * @returns the gradient [d * 2m]
 * Source: [T25] Lemma A.5.
 */
export function batchGradient(
  network: Network,
  weights: Weights,
  examples: SplitExamples,
  batch: ArrayLike<number>,
  loss: Loss = CROSS_ENTROPY,
): Float64Array {
  const gradient = new Float64Array(weights.length);
  const room = newGradientRoom(network, loss);
  for (let k = 0; k < batch.length; k++) {
    addGradient(weights, examples, batch[k] as number, 1 / batch.length, room, gradient);
  }
  addCommon(examples, room, gradient);
  return gradient;
}
