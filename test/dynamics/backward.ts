import fc from "fast-check";
import { expect } from "vitest";
import { eachExtra } from "../../src/data/extraRows.ts";
import type { Coefficients, Method, Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { decayFactors } from "../../src/optimizers/decay.ts";
import type { Iterate } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { PAPERS_MODEL } from "../../src/setting/network.ts";
import type { Batches } from "../../src/sim/batches.ts";
import { UNIT } from "../helpers/close.ts";
import type { Case } from "./arbitrary.ts";
import { pulledBy } from "./pulled.ts";
import { spreadsOf } from "./spread.ts";

/** What a bound allows for every step, term and example, in roundings; and what numbers that count as zero may add up to (docs/notes/exactness.md). */
const ROUNDINGS = 8;
const UNDERFLOW = 2 ** -480;

/** What came of following a training. */
export interface Followed {
  /** The first thing that is not as it should be. */
  readonly wrong?: string;
  /** Steps taken, and whether the training stopped at an output that is not finite. */
  readonly steps: number;
  readonly stopped: boolean;
  /** Weights compared with a step of level 0, and those whose step rounding does not determine. */
  readonly compared: number;
  readonly open: number;
  /** The largest error, in units of its bound. */
  readonly largest: number;
}

function* batchesOf(legs: readonly Batches[]): Generator<Int32Array> {
  for (const { indices, offsets } of legs) {
    for (let k = 0; k + 1 < offsets.length; k++) yield indices.subarray(offsets[k], offsets[k + 1]);
  }
}

const single = (batch: Int32Array): Batches => ({ indices: batch, offsets: Int32Array.of(0, batch.length) });

/** Adding 0 makes 0 of -0. */
const sameBits = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  a.length === b.length && Array.from(a).every((value, k) => Object.is(value + 0, (b[k] as number) + 0));

/** The largest |xi_i[k]| of every lane's coordinate. */
function entriesOf({ examples, weights }: Problem["start"], width: number): Float64Array {
  const largest = new Float64Array(weights.length);
  for (const [e, k] of examples.coordinates.entries()) {
    const size = Math.max(largest[k * width] as number, Math.abs(examples.values[e] as number));
    largest.fill(size, k * width, (k + 1) * width);
  }
  return largest;
}

/** (2) How far pre-activations are from the inner products of the weights, in units of the bound: x_i against sum_k xi_i[k] w_k. */
function* apart(
  { examples }: Problem["start"],
  at: Coefficients,
  weights: Float64Array,
  sizes: Float64Array,
  t: number,
) {
  const width = at.signal.length;
  const patches = examples.rows.length - 1;
  for (let i = 0; i < patches; i++) {
    const [first, end] = [examples.rows[i] as number, examples.rows[i + 1] as number];
    for (let r = 0; r < width; r++) {
      let [sum, size] = [0, 0];
      for (let e = first; e < end; e++) {
        const lane = (examples.coordinates[e] as number) * width + r;
        sum += (examples.values[e] as number) * (weights[lane] as number);
        size += Math.abs((examples.values[e] as number) * (sizes[lane] as number));
      }
      const x = at.noise[i * width + r] as number;
      const bound = ROUNDINGS * UNIT * (t + (end - first) + patches) * size + UNDERFLOW;
      // What has left the finite numbers is compared by whether the training stops there.
      if (Number.isFinite(size)) yield { i, r, x, sum, ratio: Math.abs(x - sum) / bound };
    }
  }
}

/** All weights of a recurrence, biases and second layer after those of the coordinates. */
function weightsOf(exact: Recurrence, { network, start }: Problem): Float64Array {
  const { model = PAPERS_MODEL } = network;
  const all = new Float64Array(start.weights.length);
  all.set(exact.weights());
  const { extra } = exact.coefficients();
  if (extra) eachExtra(model, 2 * network.neurons, all.length, (name, at) => all.set(extra[name], at));
  return all;
}

/** Whether a weight is one that level 1 keeps as it is: on the feature, a bias, or of the second layer. */
const isPlain = ({ network, start }: Problem) => {
  const width = 2 * network.neurons;
  const { featureSupport } = network.model ?? PAPERS_MODEL;
  return (lane: number) => lane < featureSupport * width || lane >= start.coordinates.length * width;
};

/** <w, v> of every lane. */
function signalOf(weights: Float64Array, { network }: Problem): number[] {
  const { featureSupport: k } = network.model ?? PAPERS_MODEL;
  const width = 2 * network.neurons;
  return Array.from({ length: width }, (_, r) => {
    let sum = weights[r] as number;
    for (let c = 1; c < k; c++) sum += weights[c * width + r] as number;
    return (1 / Math.sqrt(k)) * sum;
  });
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
export function followed(method: Method, { problem, legs }: Pick<Case, "problem" | "legs">): Followed {
  const { network, optimizer, start } = problem;
  const count = start.examples.rows.length - 1;
  const width = 2 * network.neurons;
  const { decay, init, update } = optimizerNamed(optimizer.name);
  // Not as src/dynamics has it: the yardstick must not bend with what it measures.
  const rho = optimizer.name === "sgd" ? 1 - optimizer.lr * optimizer.weightDecay : decayFactors(decay, optimizer).rho;
  const spreads = spreadsOf(optimizer, entriesOf(start, width));
  const exact = method.start(problem);
  let [t, compared, open, largest, stopped] = [0, 0, 0, 0, false];
  const end = (wrong?: string): Followed => ({
    ...{ steps: t, stopped, compared, open, largest },
    ...(wrong !== undefined && { wrong }),
  });

  const plain = isPlain(problem);
  let weights = weightsOf(exact, problem);
  if (!sameBits(weights, start.weights)) return end("the start is not the start");
  const sizes = weights.map(Math.abs);
  let dense: Iterate = init(weights);

  for (const batch of batchesOf(legs)) {
    const at = exact.coefficients();
    if (!sameBits(at.signal, signalOf(weights, problem))) return end(`the signal after step ${t} is not the feature's`);
    for (const { i, r, x, sum, ratio } of apart(start, at, weights, sizes, t)) {
      if (!(ratio <= 1)) return end(`x of patch ${i}, lane ${r} after step ${t} is ${x}, not ${sum}`);
      largest = Math.max(largest, ratio);
    }
    const pulled = pulledBy(problem, at, weights, batch);
    stopped = pulled === null;
    if (exact.run(single(batch)) === stopped) return end(`step ${t + 1} runs, or not, against its outputs`);
    if (!pulled) break;
    // Weights of level 1, moments of its own.
    dense = update(optimizer, { ...dense, weights: weights.slice() }, pulled.gradient);
    t++;
    if (exact.step !== t) return end(`step ${t} is counted as ${exact.step}`);
    const next = weightsOf(exact, problem);
    const other = next.findIndex((w, lane) => plain(lane) && !Object.is(w + 0, (dense.weights[lane] as number) + 0));
    if (other >= 0) return end(`weight ${other} after step ${t} is not that of the dense optimizer`);
    next.forEach((w, lane) => {
      if (plain(lane)) sizes[lane] = Math.abs(w);
    });
    const step = spreads(pulled, dense.moments, t, batch.length);
    const roundings = ROUNDINGS * (t + count + batch.length + 4);
    for (let lane = width; lane < next.length; lane++) {
      if (plain(lane)) continue;
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
      largest = Math.max(largest, error / bound);
    }
    weights = next;
  }
  // (5) Nobody reads this one; it must come to the same.
  const unread = method.start(problem);
  const ran = legs.every((leg) => unread.run(leg));
  if (ran === stopped || unread.step !== t) return end(`a run that nobody reads stops after step ${unread.step}`);
  return end(sameBits(weightsOf(unread, problem), weights) ? undefined : "a run that nobody reads ends elsewhere");
}

/** Every step of many trainings is one of level 0 from level 1's own state. */
export function mustFollow(method: Method, cases: fc.Arbitrary<Case>, numRuns = 40): void {
  let [compared, open] = [0, 0];
  fc.assert(
    fc.property(cases, (testCase) => {
      expect(method.unmet(testCase.problem)).toBeUndefined();
      const came = followed(method, testCase);
      expect(came.wrong).toBeUndefined();
      compared += came.compared;
      open += came.open;
    }),
    { numRuns },
  );
  // What rounding does not determine is next to 0/0 or beyond the squares that doubles hold (docs/notes/exactness.md).
  expect(open).toBeLessThan(0.05 * compared);
}
