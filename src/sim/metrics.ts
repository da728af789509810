import type { Examples } from "../data/examples.ts";
import type { Weights } from "../data/weights.ts";
import type { Network } from "../setting/network.ts";
import { newResponse, respond } from "./forward.ts";
import { crossEntropy } from "./loss.ts";
import type { Metrics, PerClass } from "./trajectory.ts";

const CLASSES = ["+1", "-1"] as const;

function maximum(values: Float64Array, first: number, count: number): number {
  let best = -Infinity;
  for (let r = first; r < first + count; r++) {
    const value = values[r] as number;
    if (!(value <= best)) best = value; // NaN wins, so that it is seen
  }
  return best;
}

/** The most a class has learnt of its own feature: max_r <w_{j,r}, j v>. */
function featureLearning(network: Network, weights: Weights): PerClass {
  const lanes = weights.subarray(0, 2 * network.neurons);
  return {
    "+1": maximum(lanes, 0, network.neurons),
    "-1": maximum(
      lanes.map((w) => -w),
      network.neurons,
      network.neurons,
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

/**
 * All metrics of one moment.
 *
 * trainLoss = (1/n) sum_i L_i (without the decay term); featureLearning_j = max_r <w_{j,r}, j v>;
 * noiseMemorization_j = min and max over y_i = j of max_r <w_{j,r}, xi_i>.
 *
 * @param network what the weights belong to
 * @param weights [d * 2m]
 * @param train the training examples
 * @param testMargins of fresh examples
 * @returns the metrics
 * Source: [T25] App. D.
 */
export function measure(network: Network, weights: Weights, train: Examples, testMargins: Float64Array): Metrics {
  const response = newResponse(network);
  const lowest: PerClass<number | null> = { "+1": null, "-1": null };
  const highest: PerClass<number | null> = { "+1": null, "-1": null };
  let loss = 0;
  const margins = new Float64Array(train.count);
  for (let i = 0; i < train.count; i++) {
    const margin = respond(weights, train, i, response);
    margins[i] = margin;
    // An infinite margin on the right side would count as loss 0, and hide that an output has left the finite numbers.
    loss += Number.isFinite(margin) ? crossEntropy(margin) : Number.NaN;
    const side = train.labels[i] === 1 ? 0 : 1;
    const name = CLASSES[side] as keyof PerClass;
    const memorized = maximum(response.noise, side * network.neurons, network.neurons);
    lowest[name] = Math.min(lowest[name] ?? memorized, memorized);
    highest[name] = Math.max(highest[name] ?? memorized, memorized);
  }
  return {
    trainLoss: loss / train.count,
    trainError: errorRate(margins),
    testError: errorRate(testMargins),
    featureLearning: featureLearning(network, weights),
    noiseMemorization: { min: lowest, max: highest },
  };
}
