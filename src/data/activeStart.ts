import { noisePatchesOf } from "../setting/model.ts";
import type { Network } from "../setting/network.ts";
import type { Setting } from "../setting/setting.ts";
import { activeSetOf, allCoordinates } from "./activeSet.ts";
import { listOf } from "./examples.ts";
import { drawPatches } from "./patch.ts";
import { type Start, withExtra } from "./start.ts";
import { drawWeightsAt } from "./weights.ts";

/** A start on its active coordinates alone: examples hold compact coordinates 0..A-1, weights are [A * 2m]. */
export interface ActiveStart extends Start {
  /** Coordinates in all. */
  readonly d: number;
  /** [A] ascending: the true coordinate of every compact one; the first is 0, the feature coordinate. */
  readonly coordinates: Float64Array;
}

/**
 * The start of (setting, network, seed) on its active coordinates: the same numbers as `drawStart` there, bit for bit.
 *
 * {0} U B_1 U ... U B_n, where A <= n s + 1: memory O(n s m) and time O(n s (m + log(n s))), whatever d is.
 *
 * @param setting s <= d - 1 < 2^53; n s <= d - 1 for disjoint supports
 * @param network what is trained
 * @param seed integer in [0, 2^53)
 * @returns examples and weights in compact coordinates
 * Source: ours; [T25] Definitions 3.1 and 3.2.
 */
export function drawActiveStart(setting: Setting, network: Network, seed: number): ActiveStart {
  const { n, s, featureSupport: k = 1 } = setting;
  const list = listOf(drawPatches(setting, seed, "trainExample", n), n * noisePatchesOf(setting) * (s + k));
  const { coordinates, compact } = activeSetOf(list.coordinates);
  return {
    d: setting.d,
    coordinates,
    examples: { ...list, coordinates: compact },
    weights: withExtra(network, drawWeightsAt(network, coordinates, setting.sigma0, seed)),
  };
}

/**
 * A start that is held in full, as an active one: every coordinate counts as active, so nothing is left out.
 *
 * A = d
 *
 * @param start examples below d, weights [d * 2m]
 * @param d coordinates
 * @returns the start's own examples and weights, not copies
 * Source: ours.
 */
export function activeStartOf(start: Start, d: number): ActiveStart {
  return { ...start, d, coordinates: allCoordinates(d) };
}
