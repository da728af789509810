import { type Model, PAPERS_MODEL } from "../setting/network.ts";
import { project } from "../sim/forward.ts";
import { seenBy } from "../sim/metrics.ts";
import type { Problem } from "./recurrence.ts";

/** The vectors that training moves weights along: v, then every noise patch xi_1, ..., xi_L. */
export interface PatchBasis {
  /** 1 + L. */
  readonly size: number;
  /** All their inner products, [(1 + L)^2]. */
  readonly gram: Float64Array;
  /** Those with the weights of the start, [(1 + L) * 2m], v first. */
  readonly initial: Float64Array;
}

function gramOf({ start }: Problem, { featureSupport: k }: Model): Float64Array {
  const { rows, coordinates, values } = start.examples;
  const size = rows.length;
  const gram = new Float64Array(size * size);
  const row = new Float64Array(start.coordinates.length);
  const each = (a: number, visit: (coordinate: number, value: number) => void) => {
    for (let e = rows[a] as number; e < (rows[a + 1] as number); e++)
      visit(coordinates[e] as number, values[e] as number);
  };
  gram[0] = 1;
  for (let a = 1; a < size; a++) {
    each(a - 1, (at, value) => {
      row[at] = value;
    });
    let feature = 0;
    for (let c = 0; c < k; c++) feature += row[c] as number;
    gram[a] = feature * (1 / Math.sqrt(k));
    gram[a * size] = gram[a] as number;
    for (let b = 1; b <= a; b++) {
      let sum = 0;
      const end = rows[b] as number;
      for (let e = rows[b - 1] as number; e < end; e++)
        sum += (values[e] as number) * (row[coordinates[e] as number] as number);
      gram[a * size + b] = sum;
      gram[b * size + a] = sum;
    }
    each(a - 1, (at) => {
      row[at] = 0;
    });
  }
  return gram;
}

/**
 * The Gram matrix of all patches of a training set, and what the start has along them.
 *
 * M_00 = 1,  M_0l = <v, xi_l>,  M_kl = <xi_k, xi_l>;  initial: <w_0, v>, <w_0, xi_l>
 *
 * @param problem its supports may be any, its noise along the feature, too; L^2 numbers are held
 * @returns the basis; the signal patch of an example is mu y v, so it needs no row of its own
 * Source: ours, docs/notes/patches.md.
 */
export function patchBasis(problem: Problem): PatchBasis {
  const { network, start } = problem;
  const width = 2 * network.neurons;
  const size = start.examples.rows.length;
  const initial = new Float64Array(size * width);
  initial.set(seenBy(network, start.weights, start.examples).signal);
  for (let row = 1; row < size; row++)
    project(start.weights, start.examples, row - 1, initial.subarray(row * width, (row + 1) * width));
  return { size, gram: gramOf(problem, network.model ?? PAPERS_MODEL), initial };
}
