import { drawOrderedSubset } from "../random/many.ts";
import type { Setting } from "../setting/setting.ts";

/**
 * Draws supports of the n training examples that share no coordinate.
 *
 * B_i = {c_order[i s], ..., c_order[i s + s - 1]}, c a uniform subset of n s coordinates of {1, ..., d-1} and order a uniform permutation: every
 * tuple of pairwise disjoint supports is equally likely, which is the distribution of independent uniform supports conditional on being
 * pairwise disjoint.
 *
 * @param setting n s <= d - 1
 * @param seed integer in [0, 2^53)
 * @returns [n][s], coordinates counted from 0 (the feature coordinate, in no support), each support ascending
 * Source: ours; disjoint supports are the event of [T25] Lemma A.4.
 */
export function drawDisjointSupports({ n, s, d }: Pick<Setting, "n" | "s" | "d">, seed: number): Float64Array[] {
  const { members, order } = drawOrderedSubset(seed, "disjointSupports", 0, d - 1, n * s);
  const owners = new Int32Array(n * s);
  order.forEach((place, at) => {
    owners[place] = Math.floor(at / s);
  });
  // Dealt in ascending order, so that each support is.
  const supports = new Float64Array(n * s);
  const next = Int32Array.from({ length: n }, (_, i) => i * s);
  members.forEach((k, place) => {
    const i = owners[place] as number;
    supports[next[i]++] = k + 1;
  });
  return Array.from({ length: n }, (_, i) => supports.subarray(i * s, (i + 1) * s));
}
