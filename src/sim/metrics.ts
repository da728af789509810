import type { Examples } from "../data/examples.ts";
import type { Weights } from "../data/weights.ts";
import type { Network } from "../setting/network.ts";
import type { Judged } from "./engine.ts";
import { newResponse, type Response, respond } from "./forward.ts";
import { freshNoise } from "./freshNoise.ts";
import { crossEntropy } from "./loss.ts";
import { maximum } from "./maximum.ts";
import type { Metrics, PerClass } from "./trajectory.ts";

const CLASSES = ["+1", "-1"] as const;

/** The most a class has learnt of its own feature: max_r <w_{j,r}, j v>; `signal` is <w, v> of every lane. */
export function featureLearning(neurons: number, signal: Float64Array): PerClass {
  return {
    "+1": maximum(signal, 0, neurons),
    "-1": maximum(
      signal.map((u) => -u),
      neurons,
      neurons,
    ),
  };
}

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
export type Tested = Pick<Metrics, "testError" | "freshNoise">;

/**
 * The metrics of fresh examples.
 *
 * @param judged what each of them says
 * @returns the share that is wrong, and fresh noise
 * Source: [T25] App. D; fresh noise is ours, docs/theory.md 1.7.
 */
export const tested = ({ margins, noise }: Judged): Tested => ({
  testError: errorRate(margins),
  freshNoise: freshNoise(noise),
});

/** A network as its training set sees it: all that the metrics of training depend on. */
export interface Seen {
  readonly network: Network;
  /** [n] */
  readonly labels: Int8Array;
  /** <w, v> of every lane, [2m] */
  readonly signal: Float64Array;
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
  { network, labels, signal, respond: respondTo }: Seen,
  { testError, freshNoise: fresh }: Tested,
): Metrics {
  const response = newResponse(network);
  const lowest: PerClass<number | null> = { "+1": null, "-1": null };
  const highest: PerClass<number | null> = { "+1": null, "-1": null };
  let loss = 0;
  const margins = new Float64Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const margin = respondTo(i, response);
    margins[i] = margin;
    // An infinite margin on the right side would count as loss 0, and hide that an output has left the finite numbers.
    loss += Number.isFinite(margin) ? crossEntropy(margin) : Number.NaN;
    const side = labels[i] === 1 ? 0 : 1;
    const name = CLASSES[side] as keyof PerClass;
    const memorized = maximum(response.noise, side * network.neurons, network.neurons);
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
  };
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
  signal: weights.subarray(0, 2 * network.neurons),
  respond: (i, out) => respond(weights, examples, i, out),
});
