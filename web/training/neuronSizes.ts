import type { Examples } from "../../src/data/examples.ts";
import type { Weights } from "../../src/data/weights.ts";
import { type Network, PAPERS_MODEL } from "../../src/setting/network.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import type { PerClass } from "../../src/sim/trajectory.ts";

/**
 * What every neuron has learnt of the feature, and of the example that it knows best.
 *
 * signal_{j,r} = <w_{j,r}, j v>,  noise_{j,r} = max over y_i = j, and over its noise patches, of <w_{j,r}, xi_i>
 *
 * @param network m neurons a class
 * @param weights [d * 2m]
 * @param examples the training examples
 * @returns [4m]: signal of every neuron, then noise, class +1 first in each; -Infinity for the noise of a class without examples
 * Source: their maxima over r are the metrics of [T25] App. D.
 */
export function neuronSizes(network: Network, weights: Weights, examples: Examples): Float64Array {
  const m = network.neurons;
  const { featureSupport: k, noisePatches } = network.model ?? PAPERS_MODEL;
  const sizes = new Float64Array(4 * m).fill(Number.NEGATIVE_INFINITY, 2 * m);
  for (let r = 0; r < 2 * m; r++) {
    let along = 0;
    for (let c = 0; c < k; c++) along += weights[c * 2 * m + r] as number;
    sizes[r] = (r < m ? along : -along) * (1 / Math.sqrt(k));
  }
  const response = newResponse(network);
  examples.labels.forEach((y, i) => {
    respond(weights, examples, i, response);
    const first = y === 1 ? 0 : m;
    for (let p = 0; p < noisePatches; p++) {
      for (let r = first; r < first + m; r++) {
        sizes[2 * m + r] = Math.max(sizes[2 * m + r] as number, response.noise[2 * m * p + r] as number);
      }
    }
  });
  return sizes;
}

/**
 * How strongly the neurons of the other class answer to a class's feature: what its signal must outdo on every example.
 *
 * counter_j = max_r <w_{-j,r}, j v>
 *
 * @param sizes as `neuronSizes` gives them
 * @returns one number a class
 * Source: ours; the other class's output holds sigma of it, as the class's own holds sigma of the signal ([T25] Definition 3.2).
 */
export function counterSignal(sizes: Float64Array): PerClass {
  const m = sizes.length / 4;
  const least = (from: number) => sizes.subarray(from, from + m).reduce((low, value) => Math.min(low, value));
  return { "+1": -least(m), "-1": -least(0) };
}
