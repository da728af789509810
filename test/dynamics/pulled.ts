import type { Coefficients, Problem } from "../../src/dynamics/recurrence.ts";
import { activate, newResponse } from "../../src/sim/forward.ts";
import { pullBack } from "../../src/sim/gradient.ts";
import { residual } from "../../src/sim/losses/crossEntropy.ts";

/** The gradient of every weight, and the sum of the sizes of the terms that the xi_i give it, [lanes] each. */
export interface Pulled {
  readonly gradient: Float64Array;
  readonly size: Float64Array;
}

/**
 * The gradient of a batch of weights that are known by their coefficients, coordinate by coordinate.
 *
 * grad[k] = sum_{i in I} xi_i[k] c_i sigma'(x_i),  on the feature coordinate also c_i y sigma'(y u);  c_i = -+(1/b) l_i
 *
 * @param problem network and start; its weights are not looked at
 * @param at signal and x_i
 * @param batch indices of examples
 * @returns null where an output is not finite
 * Source: [T25] Lemmas A.5, A.7, A.8.
 */
export function pulledBy(
  { network, start }: Problem,
  at: Coefficients,
  batch: ArrayLike<number> & Iterable<number>,
): Pulled | null {
  const { examples, weights } = start;
  const width = 2 * network.neurons;
  const [gradient, size] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const response = newResponse(network);
  let finite = true;
  for (const i of batch) {
    const y = examples.labels[i] as number;
    response.noise.set(at.noise.subarray(i * width, (i + 1) * width));
    for (let r = 0; r < width; r++) response.signal[r] = y * (at.signal[r] as number);
    const margin = activate(y, response);
    finite &&= Number.isFinite(margin);
    pullBack(y, residual(margin) / batch.length, response);
    for (let r = 0; r < width; r++) gradient[r] = (gradient[r] as number) + (response.signal[r] as number);
    for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
      const base = (examples.coordinates[e] as number) * width;
      for (let r = 0; r < width; r++) {
        const term = (examples.values[e] as number) * (response.noise[r] as number);
        gradient[base + r] = (gradient[base + r] as number) + term;
        // Where the product underflows, the coefficient that level 1 keeps need not be 0.
        const least = response.noise[r] === 0 ? 0 : Number.MIN_VALUE;
        size[base + r] = (size[base + r] as number) + Math.max(Math.abs(term), least);
      }
    }
  }
  return finite ? { gradient, size } : null;
}
