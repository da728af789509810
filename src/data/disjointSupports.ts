import { drawOrderedSubset } from "../random/many.ts";
import { featureCoordinatesOf, noisePatchesOf } from "../setting/model.ts";
import type { Setting } from "../setting/setting.ts";

type Shape = Pick<Setting, "n" | "s" | "d" | "patches" | "featureSupport" | "features" | "xor">;

/**
 * Draws supports of the noise patches of the n training examples that share no coordinate.
 *
 * B_i = {c_order[i s], ..., c_order[i s + s - 1]}, c a uniform subset of n s coordinates of {1, ..., d-1} and order a uniform permutation: every
 * tuple of pairwise disjoint supports is equally likely, which is the distribution of independent uniform supports conditional on being
 * pairwise disjoint.
 *
 * @param setting n s <= d - 1; with P patches and a feature of k coordinates n (P-1) s <= d - k
 * @param seed integer in [0, 2^53)
 * @returns [n (P-1)][s], the patches of an example one after the other, coordinates counted from 0 (the feature coordinate, in no support), each support ascending
 * Source: ours; disjoint supports are the event of [T25] Lemma A.4.
 */
export function drawDisjointSupports(setting: Shape, seed: number): Float64Array[] {
  const { n, s, d, patches } = setting;
  const k = featureCoordinatesOf(setting);
  const count = n * noisePatchesOf({ patches });
  const { members, order } = drawOrderedSubset(seed, "disjointSupports", 0, d - k, count * s);
  const owners = new Int32Array(count * s);
  for (let i = 0, at = 0; i < count; i++) {
    for (const end = at + s; at < end; at++) owners[order[at] as number] = i;
  }
  // Dealt in ascending order, so that each support is.
  const supports = new Float64Array(count * s);
  const next = Int32Array.from({ length: count }, (_, i) => i * s);
  for (let place = 0; place < members.length; place++) {
    const i = owners[place] as number;
    supports[next[i]++] = (members[place] as number) + k;
  }
  return Array.from({ length: count }, (_, i) => supports.subarray(i * s, (i + 1) * s));
}
