import { drawActiveStart } from "../../../src/data/activeStart.ts";
import { drawActiveTestExamples } from "../../../src/data/activeTestExamples.ts";
import type { Examples } from "../../../src/data/examples.ts";
import type { Weights } from "../../../src/data/weights.ts";
import { networkOf } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";
import { measure, seenBy, tested } from "../../../src/sim/metrics.ts";
import type { Outcome } from "./outcome.ts";

/** What a lemma says of trained weights, neuron by neuron; lanes as in `Weights`: class +1 first. */
export interface State {
  /** j w[1] of neuron r of class j. */
  feature(j: 1 | -1, r: number): number;
  /** <w_{j,r}, xi_i>, whether j is the example's class or not. */
  response(own: boolean, r: number): number;
  /** Standard deviation of the weights of class j on coordinates of no training example. */
  elsewhere(j: 1 | -1): number;
}

/** Weights on the active coordinates: w[k] = z sgn(xi[k])/|zeta|_1 on a support, as signs leave them, z = <w, xi> + alpha y w[1]. */
function weightsOf(
  { feature, response }: State,
  examples: Examples,
  { alpha, m }: Setting,
  coordinates: number,
): Weights {
  const weights = new Float64Array(coordinates * 2 * m);
  for (const j of [1, -1] as const) {
    for (let r = 0; r < m; r++) {
      const lane = j === 1 ? r : m + r;
      const u = j * feature(j, r);
      weights[lane] = u;
      for (let i = 0; i < examples.count; i++) {
        const y = examples.labels[i] as number;
        const [first, end] = [(examples.rows[i] as number) + 1, examples.rows[i + 1] as number];
        const length = examples.values.subarray(first, end).reduce((sum, x) => sum + Math.abs(x), 0);
        const z = response(y === j, r) + alpha * y * u;
        for (let e = first; e < end; e++) {
          const at = (examples.coordinates[e] as number) * 2 * m + lane;
          weights[at] = (z * Math.sign(examples.values[e] as number)) / length;
        }
      }
    }
  }
  return weights;
}

/**
 * The errors of weights that are given rather than trained.
 *
 * Every training example is judged, and fresh ones by Definition 3.1, which meet training supports as often as d says.
 *
 * @param setting data and network; alpha > 0
 * @param state the weights
 * @param options seed of the examples, how many fresh ones
 * @returns both errors
 * Source: ours; weights elsewhere are normal, as those that decay has shrunk from the start are.
 */
export function judged(
  setting: Setting,
  state: State,
  { seed, testSize }: { seed: number; testSize: number },
): Outcome {
  const network = networkOf("cnn", setting);
  const { examples, coordinates } = drawActiveStart(setting, network, seed);
  const width = 2 * setting.m;
  const active = coordinates.length * width;
  const weights = new Float64Array(active + width * width);
  weights.set(weightsOf(state, examples, setting, coordinates.length));
  for (let lane = 0; lane < width; lane++) {
    weights[active + lane * width + lane] = state.elsewhere(lane < setting.m ? 1 : -1);
  }
  const fresh = drawActiveTestExamples(setting, seed, testSize, coordinates, width);
  const judged = ENGINES[0].judge(network, coordinates.length + width, fresh)(weights);
  const { trainError, testError } = measure(seenBy(network, weights, examples), tested(judged));
  return { trainError, testError };
}
