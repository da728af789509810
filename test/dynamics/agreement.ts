import type { Start } from "../../src/data/start.ts";
import { coefficientsOf, startFull } from "../../src/dynamics/activeSet.ts";
import type { Coefficients, Method, Problem, Recurrence } from "../../src/dynamics/recurrence.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import type { Case } from "./arbitrary.ts";

/** Sizes of the terms that every coefficient is summed from: |u|, and sum_k |w[k] xi[k]|. */
function sizes({ examples }: Start, weights: Float64Array, width: number): Coefficients {
  const noise = new Float64Array(examples.count * width);
  for (let i = 0; i < examples.count; i++) {
    for (let e = examples.rows[i] as number; e < (examples.rows[i + 1] as number); e++) {
      const base = (examples.coordinates[e] as number) * width;
      for (let r = 0; r < width; r++) {
        noise[i * width + r] += Math.abs((examples.values[e] as number) * (weights[base + r] as number));
      }
    }
  }
  return { signal: weights.slice(0, width).map(Math.abs), noise };
}

/** Writes the larger of both into the first. */
function raise(most: Float64Array, now: Float64Array): void {
  for (let at = 0; at < most.length; at++) most[at] = Math.max(most[at] as number, now[at] as number);
}

function worst(a: Float64Array, b: Float64Array, scale: Float64Array): number {
  return a.reduce((most, value, at) => {
    const difference = Math.abs(value - (b[at] as number));
    return difference === 0
      ? most
      : Math.max(most, Number.isNaN(difference) ? Infinity : difference / (scale[at] as number));
  }, 0);
}

/**
 * Whether an example is fitted so well that its gradient, about e^-margin, counts as zero somewhere: the dense simulation flushes what
 * is below 2^-500 coordinate by coordinate, a recurrence the scalar they share (docs/notes/coefficients.md).
 */
function saturated(exact: Recurrence, { problem: { network }, dense }: Case): boolean {
  const { examples } = dense;
  const response = newResponse(network);
  const weights = exact.weights();
  for (let i = 0; i < examples.count; i++) if (respond(weights, examples, i, response) > 250) return true;
  return false;
}

/**
 * How far a training is from another at worst, over all legs: every coefficient relative to the largest size that the terms it is
 * summed from have had so far. A coefficient that shrinks by cancellation keeps the rounding errors of its past, at either level, so
 * its own size is no measure.
 */
function worstOver(exact: Recurrence, other: Recurrence, testCase: Case): number {
  const { problem, dense, legs } = testCase;
  const width = 2 * problem.network.neurons;
  const most = sizes(dense, dense.weights, width);
  let deviation = 0;
  for (const leg of legs) {
    const finite = exact.run(leg);
    if (other.run(leg) !== finite || other.step !== exact.step) return Number.POSITIVE_INFINITY;
    if (!finite || saturated(exact, testCase)) break;
    const now = sizes(dense, exact.weights(), width);
    raise(most.signal, now.signal);
    raise(most.noise, now.noise);
    const [a, b] = [exact.coefficients(), other.coefficients()];
    deviation = Math.max(deviation, worst(a.signal, b.signal, most.signal), worst(a.noise, b.noise, most.noise));
  }
  return deviation;
}

const startDense = ({ network, optimizer }: Problem, dense: Start) => startFull(network, optimizer, dense);

/** How far a recurrence is from the dense simulation. */
export const deviationOf = (method: Method, testCase: Case): number =>
  worstOver(startDense(testCase.problem, testCase.dense), method.start(testCase.problem), testCase);

/**
 * The dense simulation with one more rounding error a step in every weight: half a unit in the last place of the largest value the
 * weight has had, since a recurrence that keeps w_0 and what was added to it apart rounds at that size.
 */
function startRounded({ network, optimizer }: Problem, dense: Start): Recurrence {
  const training = ENGINES[0].start({ network, optimizer, examples: dense.examples, weights: dense.weights });
  const most = dense.weights.map(Math.abs);
  return {
    weights: () => training.weights.slice(),
    get step() {
      return training.step;
    },
    run({ indices, offsets }) {
      for (let k = 0; k + 1 < offsets.length; k++) {
        if (!training.run({ indices, offsets: offsets.slice(k, k + 2) })) return false;
        const weights = training.weights;
        for (let at = 0; at < weights.length; at++) {
          most[at] = Math.max(most[at] as number, Math.abs(weights[at] as number));
          // Neither sign at all times: the errors of a sum do not cancel, and do not all add up.
          weights[at] += ((at + k) % 3 === 0 ? -1 : 1) * 2 ** -53 * (most[at] as number);
        }
      }
      return true;
    },
    coefficients: () => coefficientsOf(training.weights, network, dense.examples),
  };
}

/**
 * How far the dense simulation gets from itself when it rounds once more a step. Where that is much, the training multiplies small
 * differences (with eps = 0 a normalized step knows no scale: a neuron whose pre-activation sinks to the size of its rounding errors
 * still takes steps of full size), and no two ways of computing it can agree.
 */
export const sensitivity = (testCase: Case): number =>
  worstOver(startDense(testCase.problem, testCase.dense), startRounded(testCase.problem, testCase.dense), testCase);
