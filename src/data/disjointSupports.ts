import { sampleWithoutReplacement } from "../random/sample.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import { openStream } from "../random/stream.ts";
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
  const stream = openStream(seed, "disjointSupports", 0);
  const chosen = sampleWithoutReplacement(stream, d - 1, n * s);
  const order = shuffledIndices(stream, n * s);
  return Array.from({ length: n }, (_, i) =>
    Float64Array.from(order.subarray(i * s, (i + 1) * s), (place) => (chosen[place] as number) + 1).sort(),
  );
}
