import { featureNoise } from "../../src/dynamics/entries.ts";
import type { Method, Recurrence } from "../../src/dynamics/recurrence.ts";
import { decayFactors, type Iterate } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import type { Batches } from "../../src/sim/batches.ts";
import { activate, newResponse } from "../../src/sim/forward.ts";
import { pullBack } from "../../src/sim/gradient.ts";
import { residual } from "../../src/sim/loss.ts";
import { UNIT } from "../helpers/close.ts";
import type { Case } from "./arbitrary.ts";
import { spreadsOf } from "./spread.ts";

/** Roundings of one kind that a weight gathers a step, and the size below which numbers may count as zero (docs/notes/exactness.md). */
const ROUNDINGS = 16;
const UNDERFLOW = 2 ** -480;

/** What came of following a training. */
export interface Followed {
  /** The first thing that is not as it should be. */
  readonly wrong?: string;
  /** Weights compared with a step of level 0, and those whose step rounding does not determine. */
  readonly compared: number;
  readonly open: number;
}

function* batchesOf(legs: readonly Batches[]): Generator<Int32Array> {
  for (const { indices, offsets } of legs) {
    for (let k = 0; k + 1 < offsets.length; k++) yield indices.subarray(offsets[k], offsets[k + 1]);
  }
}

const single = (batch: Int32Array): Batches => ({ indices: batch, offsets: Int32Array.of(0, batch.length) });

const sameBits = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  a.length === b.length && Array.from(a).every((value, k) => Object.is(value + 0, (b[k] as number) + 0));

/** Gradients of level 0 from the pre-activations of level 1, and the sizes of their terms; null where an output is not finite. */
function gradientsFrom(
  { problem: { network, start } }: Case,
  at: ReturnType<Recurrence["coefficients"]>,
  batch: Int32Array,
) {
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
    const x = featureNoise(examples, i);
    for (let r = 0; r < width; r++) {
      gradient[r] = (gradient[r] as number) + (response.signal[r] as number) + x * (response.noise[r] as number);
    }
    for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
      const base = (examples.coordinates[e] as number) * width;
      if (base === 0) continue;
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

/** The largest |xi_i[k]| of every lane's coordinate. */
function entriesOf({ problem: { start } }: Case, width: number): Float64Array {
  const largest = new Float64Array(start.weights.length);
  const { coordinates, values } = start.examples;
  for (const [e, k] of coordinates.entries()) {
    const size = Math.max(largest[k * width] as number, Math.abs(values[e] as number));
    largest.fill(size, k * width, (k + 1) * width);
  }
  return largest;
}

/**
 * Follows a recurrence step by step: every step must be one step of level 0 from the recurrence's own state, up to rounding.
 *
 * x_i is <w, xi_i>, and w' the step of the dense optimizer, with moments of its own, from w along the gradient that x and u give. Both sides
 * take the same branch of every kink, so that ties and chaos cannot enter: level 1 is an exact trajectory with bounded perturbations.
 *
 * @param method whose conditions the case meets
 * @param testCase any
 * @returns the first step that is none of level 0, if there is one, and how much was compared
 * Source: ours; constants and their derivation in docs/notes/exactness.md.
 */
export function followed(method: Method, testCase: Case): Followed {
  const { problem, legs } = testCase;
  const { network, optimizer, start } = problem;
  const { examples } = start;
  const width = 2 * network.neurons;
  const { decay, init, update } = optimizerNamed(optimizer.name);
  const rho = optimizer.name === "sgd" ? 1 - optimizer.lr * optimizer.weightDecay : decayFactors(decay, optimizer).rho;
  const spreads = spreadsOf(optimizer, entriesOf(testCase, width));
  const exact = method.start(problem);
  let [compared, open] = [0, 0];
  const end = (wrong?: string): Followed => ({ compared, open, ...(wrong !== undefined && { wrong }) });

  let weights = exact.weights();
  if (!sameBits(weights, start.weights)) return end("the start is not the start");
  const sizes = weights.map(Math.abs);
  let dense: Iterate = init(weights);
  let t = 0;

  /** (2) The pre-activations belong to the weights. */
  const seen = (at: ReturnType<Recurrence["coefficients"]>): string | undefined => {
    if (!sameBits(at.signal, weights.subarray(0, width))) return `the signal after step ${t} is not coordinate 0`;
    for (let i = 0; i < examples.count; i++) {
      for (let r = 0; r < width; r++) {
        let [sum, size, count] = [0, 0, 0];
        for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++, count++) {
          const lane = (examples.coordinates[e] as number) * width + r;
          sum += (examples.values[e] as number) * (weights[lane] as number);
          size += Math.abs((examples.values[e] as number) * (sizes[lane] as number));
        }
        const x = at.noise[i * width + r] as number;
        const bound = ROUNDINGS * UNIT * (t + count + examples.count) * size + UNDERFLOW;
        // What has left the finite numbers is compared by whether the training stops there.
        if (Number.isFinite(size) && !(Math.abs(x - sum) <= bound))
          return `x of example ${i}, lane ${r} after step ${t} is ${x}, not ${sum}`;
      }
    }
    return undefined;
  };

  for (const batch of batchesOf(legs)) {
    const at = exact.coefficients();
    const apart = seen(at);
    if (apart !== undefined) return end(apart);
    const pulls = gradientsFrom(testCase, at, batch);
    if (exact.run(single(batch)) !== (pulls !== null)) return end(`step ${t + 1} runs, or not, against its outputs`);
    if (!pulls) return end();
    // Weights of level 1, moments of its own.
    dense = update(optimizer, { ...dense, weights: weights.slice() }, pulls.gradient);
    t++;
    const next = exact.weights();
    if (!sameBits(next.subarray(0, width), dense.weights.subarray(0, width))) {
      return end(`coordinate 0 after step ${t} is not that of the dense optimizer`);
    }
    const step = spreads(pulls, dense.moments, t, batch.length);
    const roundings = ROUNDINGS * (t + examples.count + batch.length + 4);
    for (let lane = 0; lane < next.length; lane++) {
      if (lane < width) {
        sizes[lane] = Math.abs(next[lane] as number);
        continue;
      }
      const [size, spread] = [step.size[lane] as number, step.spread[lane] as number];
      const moved = Math.abs((next[lane] as number) - rho * (weights[lane] as number));
      sizes[lane] = Math.abs(rho) * (sizes[lane] as number) + (spread < Infinity ? size : Math.max(size, moved));
      compared++;
      if (spread === Infinity || !Number.isFinite(sizes[lane])) {
        open++;
        continue;
      }
      const bound = roundings * UNIT * (sizes[lane] as number) + spread + UNDERFLOW;
      const error = Math.abs((next[lane] as number) - (dense.weights[lane] as number));
      if (!(error <= bound)) {
        return end(`weight ${lane} after step ${t} is ${next[lane]}, not ${dense.weights[lane]} (allowed: ${bound})`);
      }
    }
    weights = next;
  }
  // Nobody reads this one; it must come to the same.
  const unread = method.start(problem);
  for (const leg of legs) if (!unread.run(leg)) return end("a run that nobody reads stops");
  if (!sameBits(unread.weights(), weights)) return end("a run that nobody reads ends elsewhere");
  return end();
}
