import { integerPower } from "../numeric/integerPower.ts";
import { PAPERS_MODEL } from "../setting/network.ts";
import type { Batches } from "../sim/batches.ts";
import { activate, newResponse, strengthOf } from "../sim/forward.ts";
import { pullBack } from "../sim/gradient.ts";
import { noisyExamples } from "../sim/labelNoise.ts";
import { lossOf } from "../sim/losses/registry.ts";
import { putBack, stateOf } from "../sim/state.ts";
import { shrinkage, shrunk } from "./coasting.ts";
import type { NoiseRows } from "./entries.ts";
import type { NoisePart } from "./noisePart.ts";
import { plainPart } from "./plainPart.ts";
import { initialNoise } from "./projection.ts";
import { newPulls } from "./pulls.ts";
import type { Problem, Recurrence } from "./recurrence.ts";
import { weightsAt } from "./weightsAt.ts";

/**
 * A training in coefficients: the feature's coordinates, biases and second layer as the optimizer has them, and a noise part.
 *
 *   w(t) = rho^t w_0 + noise part off the feature,   x_{i,p} = rho^t <w_0, zeta_{i,p}> + <noise part, zeta_{i,p}> + sum over the feature of xi_{i,p}[c] w[c]
 *   gradient of the noise part on B_{i,p}: c_r sigma'(x_{i,p}) xi_{i,p};  of the rest see `plainPart`;  c_r as in `pullBack`
 *
 * In the papers' model p = 1, and the feature is coordinate 1: x_i = rho^t <w_0, zeta_i> + <noise part, zeta_i> + xi_i[1] u.
 *
 * @param problem its conditions are checked by the method that calls this
 * @param rows its noise patches, as `noiseRowsOf` gives them
 * @param noisePart of them, at step 0
 * @returns the recurrence, at its start
 * Source: [T25] Lemmas A.5, A.7, A.8; docs/notes/coefficients.md, docs/notes/patches.md.
 */
export function startInCoefficients(problem: Problem, rows: NoiseRows, noisePart: NoisePart): Recurrence {
  const { network, optimizer, start } = problem;
  const { model = PAPERS_MODEL } = network;
  const { featureSupport: k, noisePatches } = model;
  const { weights: initial, coordinates } = start;
  const width = 2 * network.neurons;
  const loss = lossOf(problem.loss ?? {});
  const rho = shrinkage(optimizer);
  const { examples, begin, draw } = noisyExamples(start.examples, problem.labelNoise);
  const first = initialNoise({ examples: rows, weights: initial }, width);
  const plain = plainPart(problem);
  const response = newResponse(network);
  const patches = Array.from({ length: noisePatches }, (_, p) => response.noise.subarray(p * width, (p + 1) * width));
  const pulls = newPulls(rows.count, width);

  /** x of every lane of a noise patch; `decayed` is rho^t. */
  const see = (row: number, part: NoisePart, decayed: number, out: Float64Array): void => {
    for (let r = 0; r < width; r++) out[r] = shrunk(decayed, first[row * width + r] as number);
    part.addSeen(row, out);
    plain.addSeen(row, out);
  };

  // A record reads coefficients and weights of one moment, so the copy that is up to date everywhere is made once.
  let settled = { step: -1, part: noisePart };
  const settledPart = (): NoisePart => {
    if (settled.step !== plain.at.step) {
      settled = { step: plain.at.step, part: noisePart.copy() };
      for (let row = 0; row < rows.count; row++) settled.part.catchUp(row, plain.at.step);
    }
    return settled.part;
  };

  const carried = () => [plain.at.weights, ...Object.values(plain.at.moments ?? {}), ...noisePart.numbers];

  const step = (batch: Int32Array): boolean => {
    const done = plain.at.step;
    const decayed = integerPower(rho, done);
    plain.clear();
    plain.readExtra(response);
    pulls.clear();
    begin(done + 1);
    let finite = true;
    for (const i of batch) {
      draw(i);
      const y = examples.labels[i] as number;
      const strength = strengthOf(model, examples, i);
      const from = i * noisePatches;
      patches.forEach((lanes, p) => {
        noisePart.catchUp(from + p, done);
        see(from + p, noisePart, decayed, lanes);
      });
      plain.signal(strength, response.signal);
      const margin = activate(y, response);
      finite &&= Number.isFinite(margin);
      pullBack(y, loss.pull(margin) / batch.length, response, strength, plain.slopes);
      plain.add(from, response);
      patches.forEach((lanes, p) => {
        pulls.add(from + p, lanes);
      });
    }
    if (!finite) return false;
    noisePart.move(pulls.visited, done, pulls.sums());
    plain.step();
    return true;
  };

  return {
    get step() {
      return plain.at.step;
    },
    run({ indices, offsets }: Batches): boolean {
      for (let e = 0; e + 1 < offsets.length; e++) {
        if (!step(indices.subarray(offsets[e], offsets[e + 1]))) return false;
      }
      return true;
    },
    state: () => stateOf(plain.at.step, carried()),
    restore(state) {
      putBack(state, carried());
      plain.setStep(state.step);
      settled = { step: -1, part: noisePart };
    },
    coefficients() {
      const part = settledPart();
      const decayed = integerPower(rho, plain.at.step);
      const noise = new Float64Array(rows.count * width);
      for (let row = 0; row < rows.count; row++)
        see(row, part, decayed, noise.subarray(row * width, (row + 1) * width));
      const signal = new Float64Array(width);
      plain.signal(1 / Math.sqrt(k), signal);
      const extra = plain.extra();
      return { signal, noise, ...(extra && { extra }) };
    },
    weights: (asked = {}) =>
      weightsAt(
        initial.subarray(0, coordinates.length * width),
        width,
        integerPower(rho, plain.at.step),
        plain.at.weights.subarray(0, k * width),
        settledPart().addTo,
        asked,
      ),
    along: () => settledPart().along,
  };
}
