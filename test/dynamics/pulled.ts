import { eachExtra } from "../../src/data/extraRows.ts";
import type { Weights } from "../../src/data/weights.ts";
import type { Coefficients, Problem } from "../../src/dynamics/recurrence.ts";
import { PAPERS_MODEL } from "../../src/setting/network.ts";
import { activate, newResponse, strengthOf } from "../../src/sim/forward.ts";
import { pullBack } from "../../src/sim/gradient.ts";
import { lossOf } from "../../src/sim/losses/registry.ts";

/** The gradient of every weight, and the sum of the sizes of the terms that the xi_i give it, [lanes] each. */
export interface Pulled {
  readonly gradient: Float64Array;
  readonly size: Float64Array;
}

/**
 * The gradient of a batch of weights that are known by their coefficients, coordinate by coordinate.
 *
 * grad[k] = sum_{i in I} sum_p xi_{i,p}[k] c_i sigma'(x_{i,p}),  on the feature's coordinates also c_i strength sigma'(strength sum of w);  c_i as in `pullBack`
 *
 * @param problem network, loss and start; its weights are not looked at
 * @param at biases, second layer and x_{i,p}
 * @param weights those on the feature are looked at
 * @param batch indices of examples
 * @returns null where an output is not finite
 * Source: [T25] Lemmas A.5, A.7, A.8.
 */
export function pulledBy(
  { network, start, loss = {} }: Problem,
  at: Coefficients,
  weights: Weights,
  batch: ArrayLike<number> & Iterable<number>,
): Pulled | null {
  const { examples } = start;
  const { model = PAPERS_MODEL } = network;
  const { noisePatches, featureSupport } = model;
  const width = 2 * network.neurons;
  const [gradient, size] = [new Float64Array(start.weights.length), new Float64Array(start.weights.length)];
  const response = newResponse(network);
  if (at.extra) {
    response.biases.set(at.extra.biases);
    response.head.set(at.extra.head);
  }
  const slopes = { biases: new Float64Array(width), head: new Float64Array(width) };
  let finite = true;
  for (const i of batch) {
    const y = examples.labels[i] as number;
    const strength = strengthOf(model, examples, i);
    const patches = noisePatches * width;
    response.noise.set(at.noise.subarray(i * patches, (i + 1) * patches));
    for (let r = 0; r < width; r++) {
      let sum = weights[r] as number;
      for (let c = 1; c < featureSupport; c++) sum += weights[c * width + r] as number;
      response.signal[r] = strength * sum;
    }
    const margin = activate(y, response);
    finite &&= Number.isFinite(margin);
    pullBack(y, lossOf(loss).pull(margin) / batch.length, response, strength, slopes);
    for (let lane = 0; lane < featureSupport * width; lane++)
      gradient[lane] = (gradient[lane] as number) + (response.signal[lane % width] as number);
    for (let p = 0; p < noisePatches; p++) {
      const row = i * noisePatches + p;
      for (let e = examples.rows[row] as number; e < (examples.rows[row + 1] as number); e++) {
        const base = (examples.coordinates[e] as number) * width;
        for (let r = 0; r < width; r++) {
          const pull = response.noise[p * width + r] as number;
          const term = (examples.values[e] as number) * pull;
          gradient[base + r] = (gradient[base + r] as number) + term;
          // Where the product underflows, the coefficient that level 1 keeps need not be 0.
          const least = pull === 0 ? 0 : Number.MIN_VALUE;
          size[base + r] = (size[base + r] as number) + Math.max(Math.abs(term), least);
        }
      }
    }
    eachExtra(model, width, gradient.length, (name, from) => {
      for (let r = 0; r < width; r++) gradient[from + r] = (gradient[from + r] as number) + (slopes[name][r] as number);
    });
  }
  return finite ? { gradient, size } : null;
}
