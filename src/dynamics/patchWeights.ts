import type { Weights } from "../data/weights.ts";
import { PAPERS_MODEL } from "../setting/network.ts";
import { shrunk } from "./coasting.ts";
import type { Problem } from "./recurrence.ts";
import { type Asked, placesOf } from "./weightsAt.ts";

/**
 * Weights of a training through the Gram matrix of all patches.
 *
 *   w = rho^t w_0 + along_0 v + sum_l along_l xi_l
 *
 * @param problem where it began
 * @param decayed rho^t
 * @param along [(1 + L) * 2m], v first
 * @param asked which of the active coordinates, and where to
 * @returns the array
 * Source: ours, docs/notes/patches.md.
 */
export function weightsOfPatches(
  { network, start }: Problem,
  decayed: number,
  along: Float64Array,
  { coordinates, out }: Asked,
): Weights {
  const width = 2 * network.neurons;
  const { featureSupport: k } = network.model ?? PAPERS_MODEL;
  const { examples, weights: initial } = start;
  const all = start.coordinates.length;
  const places = placesOf(coordinates, all);
  const weights = out ?? new Float64Array((coordinates?.length ?? all) * width);
  for (let at = 0; at < all; at++) {
    const place = places[at] as number;
    if (place < 0) continue;
    const feature = at < k ? 1 / Math.sqrt(k) : 0;
    for (let r = 0; r < width; r++)
      weights[place * width + r] = shrunk(decayed, initial[at * width + r] as number) + feature * (along[r] as number);
  }
  for (let row = 0; row + 1 < examples.rows.length; row++) {
    const from = (1 + row) * width;
    for (let e = examples.rows[row] as number; e < (examples.rows[row + 1] as number); e++) {
      const place = places[examples.coordinates[e] as number] as number;
      const value = examples.values[e] as number;
      for (let r = 0; place >= 0 && r < width; r++) {
        const at = place * width + r;
        weights[at] = (weights[at] as number) + value * (along[from + r] as number);
      }
    }
  }
  return weights;
}
