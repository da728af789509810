import { integerPower } from "../numeric/integerPower.ts";
import type { Iterate } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import type { Batches } from "../sim/batches.ts";
import { activate, newResponse } from "../sim/forward.ts";
import { pullBack } from "../sim/gradient.ts";
import { residual } from "../sim/losses/crossEntropy.ts";
import { putBack, stateOf } from "../sim/state.ts";
import { shrinkage, shrunk } from "./coasting.ts";
import { featureNoise } from "./entries.ts";
import type { NoisePart } from "./noisePart.ts";
import { initialNoise } from "./projection.ts";
import { newPulls } from "./pulls.ts";
import type { Problem, Recurrence } from "./recurrence.ts";
import { weightsAt } from "./weightsAt.ts";

/**
 * A training in coefficients: the feature coordinate as the optimizer has it, and a noise part.
 *
 *   w(t) = rho^t w_0 + noise part off the feature coordinate,   x_i = rho^t <w_0, zeta_i> + <noise part, zeta_i> + xi_i[1] u
 *   gradient of u = sum_{i in I} [ c_r y sigma'(y u) + xi_i[1] c_r sigma'(x_i) ],  of the noise part on B_i: c_r sigma'(x_i) xi_i
 *
 * @param problem its conditions are checked by the method that calls this
 * @param noisePart at step 0
 * @returns the recurrence, at its start
 * Source: [T25] Lemmas A.5, A.7, A.8; docs/notes/coefficients.md.
 */
export function startInCoefficients({ network, optimizer, start }: Problem, noisePart: NoisePart): Recurrence {
  const { examples, weights: initial } = start;
  const width = 2 * network.neurons;
  const { init, update } = optimizerNamed(optimizer.name);
  const rho = shrinkage(optimizer);
  const first = initialNoise(start, width);
  const response = newResponse(network);
  const slope = new Float64Array(width);
  const pulls = newPulls(examples.count, width);
  let signal: Iterate = init(initial.subarray(0, width));

  /** x_i of every lane; `decayed` is rho^t. */
  const see = (i: number, part: NoisePart, decayed: number, out: Float64Array): void => {
    const x = featureNoise(examples, i);
    for (let r = 0; r < width; r++) out[r] = shrunk(decayed, first[i * width + r] as number);
    part.addSeen(i, out);
    for (let r = 0; r < width; r++) out[r] = (out[r] as number) + x * (signal.weights[r] as number);
  };

  // A record reads coefficients and weights of one moment, so the copy that is up to date everywhere is made once.
  let settled = { step: -1, part: noisePart };
  const settledPart = (): NoisePart => {
    if (settled.step !== signal.step) {
      settled = { step: signal.step, part: noisePart.copy() };
      for (let i = 0; i < examples.count; i++) settled.part.catchUp(i, signal.step);
    }
    return settled.part;
  };

  const carried = () => [signal.weights, ...Object.values(signal.moments ?? {}), ...noisePart.numbers];

  const step = (batch: Int32Array): boolean => {
    slope.fill(0);
    pulls.clear();
    const decayed = integerPower(rho, signal.step);
    let finite = true;
    for (const i of batch) {
      const y = examples.labels[i] as number;
      noisePart.catchUp(i, signal.step);
      see(i, noisePart, decayed, response.noise);
      for (let r = 0; r < width; r++) response.signal[r] = y * (signal.weights[r] as number);
      const margin = activate(y, response);
      finite &&= Number.isFinite(margin);
      pullBack(y, residual(margin) / batch.length, response);
      const x = featureNoise(examples, i);
      for (let r = 0; r < width; r++) {
        slope[r] = (slope[r] as number) + (response.signal[r] as number) + x * (response.noise[r] as number);
      }
      pulls.add(i, response.noise);
    }
    if (!finite) return false;
    noisePart.move(pulls.visited, signal.step, pulls.sums());
    signal = update(optimizer, signal, slope, signal);
    return true;
  };

  return {
    get step() {
      return signal.step;
    },
    run({ indices, offsets }: Batches): boolean {
      for (let k = 0; k + 1 < offsets.length; k++) {
        if (!step(indices.subarray(offsets[k], offsets[k + 1]))) return false;
      }
      return true;
    },
    state: () => stateOf(signal.step, carried()),
    restore(state) {
      putBack(state, carried());
      signal = { ...signal, step: state.step };
      settled = { step: -1, part: noisePart };
    },
    coefficients() {
      const part = settledPart();
      const decayed = integerPower(rho, signal.step);
      const noise = new Float64Array(examples.count * width);
      for (let i = 0; i < examples.count; i++) see(i, part, decayed, noise.subarray(i * width, (i + 1) * width));
      return { signal: signal.weights.slice(), noise };
    },
    weights: (asked = {}) =>
      weightsAt(initial, integerPower(rho, signal.step), signal.weights, settledPart().addTo, asked),
    along: () => settledPart().along,
  };
}
