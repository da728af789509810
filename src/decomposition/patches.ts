import type { Examples } from "../data/examples.ts";
import { type Network, PAPERS_MODEL } from "../setting/network.ts";
import { sideOf } from "../sim/side.ts";

/** Examples as what a network sees of them: vectors, with nothing said of what in them is signal. */
export interface Patches {
  /** K. */
  readonly classes: number;
  /** The class of each example, 0 to K - 1, [count]. */
  readonly sides: Int32Array;
  /** [count][P], vectors of d numbers. */
  readonly vectors: readonly (readonly Float64Array[])[];
}

/**
 * The patches of examples of the synthetic model, written out: x_{i,1} = mu y v, x_{i,p} = xi_{i,p}; where signal and noise are one vector, their sum.
 *
 * @param network that sees them
 * @param examples drawn, or of a start that is spelled out
 * @param d coordinates of a patch
 * @returns the patches; classes are of the labels that are seen
 */
export function patchesOf({ model = PAPERS_MODEL }: Network, examples: Examples, d: number): Patches {
  const { count, labels, truths = labels, shown, rows, coordinates, values } = examples;
  const { classes, mu, featureSupport, noisePatches, unpatched } = model;
  function signal(i: number): Float64Array {
    const vector = new Float64Array(d);
    if (!shown) return vector.fill((mu * (truths[i] as number)) / Math.sqrt(featureSupport), 0, featureSupport);
    const { rows: starts, coordinates: places, values: entries } = shown.directions;
    const feature = shown.features[i] as number;
    for (let e = starts[feature] as number; e < (starts[feature + 1] as number); e++) {
      vector[places[e] as number] = (shown.strengths[i] as number) * (entries[e] as number);
    }
    return vector;
  }
  function noise(row: number, vector: Float64Array): Float64Array {
    for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
      const at = coordinates[e] as number;
      vector[at] = (vector[at] as number) + (values[e] as number);
    }
    return vector;
  }
  const vectors = Array.from({ length: count }, (_, i) => {
    const first = signal(i);
    if (unpatched) return [noise(i, first)];
    const others = Array.from({ length: noisePatches }, (__, p) => noise(i * noisePatches + p, new Float64Array(d)));
    return [first, ...others];
  });
  return { classes, sides: Int32Array.from(labels, sideOf), vectors };
}
