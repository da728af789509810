import type { Rows } from "../data/entries.ts";
import type { Examples } from "../data/examples.ts";
import { eachExtra } from "../data/extraRows.ts";
import type { Weights } from "../data/weights.ts";
import { lanesIn, type Model, type Network, PAPERS_MODEL } from "../setting/network.ts";
import type { Activation } from "./activations/activation.ts";
import { activationOf } from "./activations/registry.ts";
import type { SplitExamples } from "./ground.ts";
import { maximum } from "./maximum.ts";
import { sideOf } from "./side.ts";
import { projectSingle } from "./single.ts";

/** What one example does to every neuron, and the two outputs. Lanes as in `Weights`: class +1 first. */
export interface Response {
  /** <w, mu y v>, [2m] */
  readonly signal: Float64Array;
  /** <w, xi_p>, [(P - 1) * 2m], patch by patch */
  readonly noise: Float64Array;
  /** <w, u> of what all patches have in common, [2m] */
  readonly base: Float64Array;
  /** b, [2m]; 0 where there are none */
  readonly biases: Float64Array;
  /** a, the second layer, [2m]; 1 where it is fixed */
  readonly head: Float64Array;
  /** m */
  readonly neurons: number;
  /** F_{+1}, F_{-1}; F_1, ..., F_K */
  readonly outputs: Float64Array;
  readonly activation: Activation;
  readonly model: Model;
}

/** Room for a response, allocated once and written by every `respond`. */
export function newResponse(network: Network): Response {
  const width = lanesIn(network);
  const { neurons, model = PAPERS_MODEL } = network;
  return {
    neurons,
    signal: new Float64Array(width),
    noise: new Float64Array(width * model.noisePatches),
    base: new Float64Array(width),
    biases: new Float64Array(width),
    head: new Float64Array(width).fill(1),
    outputs: new Float64Array(model.classes),
    activation: activationOf(network),
    model,
  };
}

/** sum_p sigma(<w, x_p> + b) of a lane; with one patch sigma(<w, x> + b), x = mu y v + xi. */
export function activated({ signal, noise, biases, activation, model }: Response, lane: number): number {
  const bias = biases[lane] as number;
  const seen = (signal[lane] as number) + bias;
  if (model.unpatched) return activation.value(seen + (noise[lane] as number));
  let sum = activation.value(seen);
  for (let at = lane; at < noise.length; at += signal.length) sum += activation.value((noise[at] as number) + bias);
  return sum;
}

/**
 * The outputs of one example, from its pre-activations.
 *
 * F_j = scale sum_r a_{j,r} sum_p sigma(<w_{j,r}, x_p> + b_{j,r}), summed over ascending r; the papers': scale = a = 1, b = 0, patches y v and xi.
 *
 * @param y the label
 * @param out its `signal` and `noise` are read, its `outputs` written
 * @returns the margin F_y - F_{-y}; of K >= 3 classes F_y - max_(c != y) F_c
 * Source: [T25] Definition 3.2; docs/theory.md 1.8.
 */
export function activate(y: number, out: Response): number {
  const { neurons, head, outputs, model } = out;
  const { length: classes } = outputs;
  for (let j = 0; j < classes; j++) {
    let sum = 0;
    for (let r = j * neurons; r < (j + 1) * neurons; r++) sum += (head[r] as number) * activated(out, r);
    outputs[j] = model.scale * sum;
  }
  if (classes > 2) return lead(outputs, sideOf(y));
  const difference = (outputs[0] as number) - (outputs[1] as number);
  return y === 1 ? difference : -difference;
}

/** How far an output is above all others: F_y - max_(c != y) F_c. */
function lead(outputs: Float64Array, side: number): number {
  let most = -Infinity;
  for (let c = 0; c < outputs.length; c++)
    if (c !== side && !((outputs[c] as number) <= most)) most = outputs[c] as number;
  return (outputs[side] as number) - most;
}

/** What <w, v> is multiplied by in <w, x_1>: mu y/sqrt(k), v being the sum of k coordinates; of examples that say what they show, their own. */
export const strengthOf = ({ mu, featureSupport }: Model, { labels, truths, shown }: Examples, i: number): number =>
  shown ? (shown.strengths[i] as number) : ((truths ?? labels)[i] as number) * mu * (1 / Math.sqrt(featureSupport));

/** Reads biases and second layer from the weights, where the model trains them. */
function readExtra(weights: Weights, out: Response): void {
  const width = out.signal.length;
  eachExtra(out.model, width, weights.length, (name, at) => out[name].set(weights.subarray(at, at + width)));
}

/** <w, v_f> of every lane. */
export function lookAt(weights: Weights, directions: Rows, feature: number, lanes: Float64Array): void {
  lanes.fill(0);
  project(weights, directions, feature, lanes);
}

/** Adds <w, xi> of a row to every lane, over ascending coordinates. */
export function project(weights: Weights, { rows, coordinates, values }: Rows, row: number, lanes: Float64Array): void {
  const width = lanes.length;
  const even = width - (width % 2);
  const end = rows[row + 1] as number;
  for (let e = rows[row] as number; e < end; e++) {
    const base = (coordinates[e] as number) * width;
    const value = values[e] as number;
    // Two at a time: the fewer turns, the faster.
    for (let r = 0; r < even; r += 2) {
      lanes[r] = (lanes[r] as number) + value * (weights[base + r] as number);
      lanes[r + 1] = (lanes[r + 1] as number) + value * (weights[base + r + 1] as number);
    }
    if (even < width) lanes[even] = (lanes[even] as number) + value * (weights[base + even] as number);
  }
}

/**
 * Forward pass on one example, over its support only.
 *
 * <w, mu y v> and <w, xi_p> of every neuron, summed over ascending coordinates, after what all patches have in common; then `activate`.
 *
 * @param weights [(d + extra) * 2m]
 * @param examples training or test examples
 * @param i which
 * @param out written
 * @returns the margin F_y - F_{-y}
 * Source: [T25] Definition 3.2.
 */
export function respond(weights: Weights, examples: SplitExamples, i: number, out: Response): number {
  const { signal, noise, model } = out;
  const width = signal.length;
  const { noisePatches, featureSupport } = model;
  const { base } = out;
  const add = examples.single ? projectSingle : project;
  base.fill(0);
  if (examples.base) add(weights, examples.base, 0, base);
  noise.fill(0);
  if (examples.base) for (let at = 0; at < noise.length; at += width) noise.set(base, at);
  for (let p = 0; p < noisePatches; p++) {
    const own = noisePatches === 1 ? noise : noise.subarray(p * width, (p + 1) * width);
    add(weights, examples, i * noisePatches + p, own);
  }
  const strength = strengthOf(model, examples, i);
  if (examples.shown) {
    signal.set(base);
    add(weights, examples.shown.directions, examples.shown.features[i] as number, signal);
  } else {
    for (let r = 0; r < width; r++) signal[r] = weights[r] as number;
    for (let c = 1; c < featureSupport; c++) {
      for (let r = 0; r < width; r++) signal[r] = (signal[r] as number) + (weights[c * width + r] as number);
    }
  }
  for (let r = 0; r < width; r++) signal[r] = strength * (signal[r] as number);
  readExtra(weights, out);
  return activate(examples.labels[i] as number, out);
}

/** max_p max_r <w_{j,r}, xi_p>: how loudly the noise of an example is heard by class +1 (side 0) or -1 (side 1). */
export function loudest({ signal, noise, neurons }: Response, side: number): number {
  let most = maximum(noise, side * neurons, neurons);
  for (let at = signal.length; at < noise.length; at += signal.length) {
    const value = maximum(noise, at + side * neurons, neurons);
    if (!(value <= most)) most = value;
  }
  return most;
}
