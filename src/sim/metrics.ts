import type { Rows } from "../data/entries.ts";
import type { Examples } from "../data/examples.ts";
import type { Weights } from "../data/weights.ts";
import { lanesIn, type Network } from "../setting/network.ts";
import type { Judged } from "./engine.ts";
import { featureLearning } from "./featureLearning.ts";
import { lookAt, loudest, newResponse, type Response, respond } from "./forward.ts";
import { freshNoise } from "./freshNoise.ts";
import type { Loss } from "./losses/loss.ts";
import { CROSS_ENTROPY } from "./losses/registry.ts";
import { softmaxLoss } from "./losses/softmax.ts";
import { sideOf } from "./side.ts";
import type { Metrics, Moment, PerClass } from "./trajectory.ts";
import { type Margins, type SeenFeatures, widerMetrics } from "./widerMetrics.ts";

/** The classes of which feature and noise are told; of K >= 3 the first two, and `metrics` has all of them. */
const CLASSES: readonly (keyof PerClass)[] = ["+1", "-1"];

/**
 * Share of examples that are wrong; a tie counts as wrong.
 *
 * (1/N) #{ i : F_{y_i}(x_i) <= F_{-y_i}(x_i) }
 *
 * @param margins F_{y_i} - F_{-y_i} of N >= 1 examples; NaN counts as wrong
 * @returns a number in [0, 1]
 * Source: [T25] App. D.
 * @example
 * errorRate(Float64Array.of(2, 0, -1, 3)) // => 0.5
 */
export function errorRate(margins: Float64Array): number {
  return margins.reduce((wrong, margin) => (margin > 0 ? wrong : wrong + 1), 0) / margins.length;
}

/** What fresh examples say of a network. */
export interface Tested extends Pick<Metrics, "testError" | "freshNoise"> {
  /** Of every one of them, where it is known. */
  readonly margins?: Float64Array;
}

/**
 * The metrics of fresh examples.
 *
 * @param judged what each of them says
 * @returns the share that is wrong, fresh noise, and the margins themselves
 * Source: [T25] App. D; fresh noise is ours, docs/theory.md 1.7.
 */
export const tested = ({ margins, noise }: Judged): Tested => ({
  testError: errorRate(margins),
  freshNoise: freshNoise(noise),
  margins,
});

/** A network as its training set sees it: all that the metrics of training depend on. */
export interface Seen {
  readonly network: Network;
  /** [n] */
  readonly labels: Int8Array;
  /** <w, v> of every lane, [2m] */
  readonly signal: Float64Array;
  /** Of the margin; cross-entropy where absent. */
  readonly loss?: Loss;
  /** Where the run is beyond the papers' model: true labels, and the test examples that are judged. */
  readonly wider?: {
    readonly truths?: Int8Array;
    readonly test: Omit<Margins, "margins">;
    readonly features?: SeenFeatures;
  };
  /** Forward pass on training example i. */
  respond(i: number, out: Response): number;
}

/**
 * All metrics of one moment.
 *
 * trainLoss = (1/n) sum_i L_i (without the decay term); featureLearning_j = max_r <w_{j,r}, j v>;
 * noiseMemorization_j = min and max over y_i = j of max_r <w_{j,r}, xi_i>;  freshNoise_j: see `freshNoise`.
 *
 * @param seen the network on its training set
 * @param test what fresh examples say of it
 * @returns the metrics
 * Source: [T25] App. D.
 */
export function measure(
  { network, labels, signal, loss: own = CROSS_ENTROPY, wider, respond: respondTo }: Seen,
  { testError, freshNoise: fresh, margins: testMargins }: Tested,
): Metrics & Pick<Moment, "metrics"> {
  const response = newResponse(network);
  const several = response.outputs.length > 2;
  const lowest: PerClass<number | null> = { "+1": null, "-1": null };
  const highest: PerClass<number | null> = { "+1": null, "-1": null };
  let loss = 0;
  const margins = new Float64Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const margin = respondTo(i, response);
    margins[i] = margin;
    // An infinite margin on the right side would count as loss 0, and hide that an output has left the finite numbers.
    const side = sideOf(labels[i] as number);
    const lost = several ? softmaxLoss(response.outputs, side) : own.value(margin);
    loss += Number.isFinite(margin) ? lost : Number.NaN;
    const name = CLASSES[side];
    if (name === undefined) continue;
    const memorized = loudest(response, side);
    lowest[name] = Math.min(lowest[name] ?? memorized, memorized);
    highest[name] = Math.max(highest[name] ?? memorized, memorized);
  }
  return {
    trainLoss: loss / labels.length,
    trainError: errorRate(margins),
    testError,
    featureLearning: featureLearning(network.neurons, signal),
    noiseMemorization: { min: lowest, max: highest },
    ...(fresh && { freshNoise: fresh }),
    ...(wider &&
      testMargins && {
        metrics: widerMetrics({
          train: { margins, labels, ...(wider.truths && { truths: wider.truths }) },
          test: { ...wider.test, margins: testMargins },
          loss: own,
          ...(wider.features && { features: wider.features }),
        }),
      }),
  };
}

/** How many features examples have whose learning is measured; 0 where their label says all. */
export const learntOf = (shown: Examples["shown"]): number =>
  shown ? (shown.learnt ?? shown.directions.rows.length - 1) : 0;

/** <w, v_f> of every lane. */
function signalOf(width: number, weights: Weights, directions: Rows, feature: number): Float64Array {
  const lanes = new Float64Array(width);
  lookAt(weights, directions, feature, lanes);
  return lanes;
}

/** <w, v_f> of every lane, feature by feature. */
export const featuresOf = (width: number, weights: Weights, shown: NonNullable<Examples["shown"]>): Float64Array[] =>
  Array.from({ length: learntOf(shown) }, (_, feature) => signalOf(width, weights, shown.directions, feature));

/**
 * What every lane has with the feature that is its own.
 *
 * @param features <w, v_f> of every lane, [K m], feature by feature
 * @param neurons m
 * @returns of K >= 3 classes that of each lane's class, else of the first feature
 */
export const ownFeatures = (features: readonly Float64Array[], neurons: number): Float64Array => {
  const first = features[0] as Float64Array;
  if (first.length === 2 * neurons) return first;
  return first.map((_, lane) => (features[Math.floor(lane / neurons)] as Float64Array)[lane] as number);
};

/** <w, v> of every lane: (w_1 + ... + w_k)/sqrt(k); of several features the first, of K >= 3 classes a lane's own. */
function featureOf(network: Network, weights: Weights, { shown }: Examples): Float64Array {
  const { neurons, model } = network;
  const width = lanesIn(network);
  if (shown) {
    if (width === 2 * neurons) return signalOf(width, weights, shown.directions, 0);
    return ownFeatures(featuresOf(width, weights, shown), neurons);
  }
  if (!model || model.featureSupport === 1) return weights.subarray(0, width);
  const sums = weights.slice(0, width);
  for (let at = width; at < model.featureSupport * width; at++) {
    sums[at % width] = (sums[at % width] as number) + (weights[at] as number);
  }
  return sums.map((sum) => sum * (1 / Math.sqrt(model.featureSupport)));
}

/**
 * The training set as seen by given weights.
 *
 * @param network what the weights belong to
 * @param weights [d * 2m]; coordinate 0 is the feature
 * @param examples the training examples
 * @returns a view; it reads the weights when it is measured
 */
export const seenBy = (network: Network, weights: Weights, examples: Examples): Seen => ({
  network,
  labels: examples.labels,
  signal: featureOf(network, weights, examples),
  respond: (i, out) => respond(weights, examples, i, out),
});
