import type { Weights } from "../data/weights.ts";
import { type Model, PAPERS_MODEL } from "../setting/network.ts";
import { project, type Response, strengthOf } from "../sim/forward.ts";
import { seenBy } from "../sim/metrics.ts";
import { gramOfRows } from "./gramOfRows.ts";
import { weightsOfPatches } from "./patchWeights.ts";
import type { Coefficients, Problem } from "./recurrence.ts";
import type { Asked } from "./weightsAt.ts";

/** The vectors b_l that training moves weights along, which of them an example's patches are, and what is read of them. */
export interface PatchBasis {
  /** How many. */
  readonly size: number;
  /** All their inner products, [size^2]. */
  readonly gram: Float64Array;
  /** Those with the weights of the start, [size * K m]. */
  readonly initial: Float64Array;
  /** Writes what the patches of example i have with the weights, `signal` and `noise`, from <w, b_l>. */
  look(i: number, seen: Float64Array, out: Response): void;
  /** Adds what `pullBack` left of example i to the coefficients of the vectors. */
  pull(i: number, from: Response, gradient: Float64Array): void;
  /** What the network sees of its training set, as copies, without biases and second layer. */
  read(seen: Float64Array): Coefficients;
  /** rho^t w_0 + sum_l along_l b_l */
  weights(decayed: number, along: Float64Array, asked: Asked): Weights;
}

function gramOf({ start }: Problem, { featureSupport: k }: Model): Float64Array {
  const { rows, coordinates, values } = start.examples;
  const size = rows.length;
  const gram = new Float64Array(size * size);
  gramOfRows(start.examples, start.coordinates.length, gram, size, 1);
  gram[0] = 1;
  for (let a = 1; a < size; a++) {
    let feature = 0;
    for (let e = rows[a - 1] as number; e < (rows[a] as number); e++)
      if ((coordinates[e] as number) < k) feature += values[e] as number;
    gram[a] = feature * (1 / Math.sqrt(k));
    gram[a * size] = gram[a] as number;
  }
  return gram;
}

/**
 * v and all noise patches of a training set, with their Gram matrix and what the start has along them.
 *
 * b_0 = v, b_l = xi_l:  M_00 = 1,  M_0l = <v, xi_l>,  M_kl = <xi_k, xi_l>;  initial: <w_0, v>, <w_0, xi_l>
 *
 * @param problem its supports may be any, its noise along the feature, too; L^2 numbers are held
 * @returns the basis, v first; the signal patch of an example is mu y v, so it needs no row of its own
 * Source: ours, docs/notes/patches.md.
 */
export function patchBasis(problem: Problem): PatchBasis {
  const { network, start } = problem;
  const { model = PAPERS_MODEL } = network;
  const width = 2 * network.neurons;
  const size = start.examples.rows.length;
  const initial = new Float64Array(size * width);
  initial.set(seenBy(network, start.weights, start.examples).signal);
  for (let row = 1; row < size; row++)
    project(start.weights, start.examples, row - 1, initial.subarray(row * width, (row + 1) * width));
  const rootK = Math.sqrt(model.featureSupport);
  const firstOf = (i: number) => (1 + i * model.noisePatches) * width;
  return {
    ...{ size, gram: gramOf(problem, model), initial },
    look(i, seen, { signal, noise }) {
      const strength = strengthOf(model, start.examples, i);
      for (let r = 0; r < width; r++) signal[r] = strength * rootK * (seen[r] as number);
      const first = firstOf(i);
      noise.set(seen.subarray(first, first + noise.length));
    },
    pull(i, { signal, noise }, gradient) {
      const first = firstOf(i);
      for (let r = 0; r < width; r++) gradient[r] = (gradient[r] as number) + rootK * (signal[r] as number);
      for (let e = 0; e < noise.length; e++)
        gradient[first + e] = (gradient[first + e] as number) + (noise[e] as number);
    },
    read: (seen) => ({ signal: seen.slice(0, width), noise: seen.slice(width) }),
    weights(decayed, along, asked) {
      const ofPatches = { vectors: start.examples, along: along.subarray(width) };
      return weightsOfPatches(problem, decayed, ofPatches, asked, along.subarray(0, width));
    },
  };
}
