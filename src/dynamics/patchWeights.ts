import type { Rows } from "../data/entries.ts";
import type { Weights } from "../data/weights.ts";
import { lanesIn, PAPERS_MODEL } from "../setting/network.ts";
import { shrunk } from "./coasting.ts";
import type { Problem } from "./recurrence.ts";
import { type Asked, placesOf } from "./weightsAt.ts";

/** Vectors, and the coefficients of each: [rows * K m]. */
interface Combination {
  readonly vectors: Rows;
  readonly along: Float64Array;
}

/**
 * Weights of a training through the Gram matrix of its patches.
 *
 *   w = rho^t w_0 + feature v + sum_l along_l b_l
 *
 * @param problem where it began
 * @param decayed rho^t
 * @param combination of vectors
 * @param asked which of the active coordinates, and where to
 * @param feature coefficients of v, the sum of the first featureSupport coordinates over its root, [K m]; none unless given
 * @returns the array
 * Source: ours, docs/notes/patches.md.
 */
export function weightsOfPatches(
  { network, start }: Problem,
  decayed: number,
  { vectors, along }: Combination,
  { coordinates, out }: Asked,
  feature?: Float64Array,
): Weights {
  const width = lanesIn(network);
  const { featureSupport: k } = network.model ?? PAPERS_MODEL;
  const { weights: initial } = start;
  const all = start.coordinates.length;
  const places = placesOf(coordinates, all);
  const weights = out ?? new Float64Array((coordinates?.length ?? all) * width);
  for (let at = 0; at < all; at++) {
    const place = places[at] as number;
    if (place < 0) continue;
    const factor = at < k ? 1 / Math.sqrt(k) : 0;
    for (let r = 0; r < width; r++)
      weights[place * width + r] =
        shrunk(decayed, initial[at * width + r] as number) + (feature ? factor * (feature[r] as number) : 0);
  }
  for (let row = 0; row + 1 < vectors.rows.length; row++) {
    const from = row * width;
    for (let e = vectors.rows[row] as number; e < (vectors.rows[row + 1] as number); e++) {
      const place = places[vectors.coordinates[e] as number] as number;
      const value = vectors.values[e] as number;
      for (let r = 0; place >= 0 && r < width; r++) {
        const at = place * width + r;
        weights[at] = (weights[at] as number) + value * (along[from + r] as number);
      }
    }
  }
  return weights;
}
