import { type Grid, picture, refine } from "../../src/experiments/phase/refine.ts";
import type { Fate } from "../../src/experiments/sweep/fates.ts";

/** What is known of a node: how its training ended; null where it cannot be trained. */
export interface Place {
  readonly region: Fate | null;
  readonly testError: number;
}

/** Of a place that cannot be trained. */
export const nowhere: Place = { region: null, testError: Number.NaN };

/** The whole plane, as far as it is known. */
export interface Atlas {
  /** Nodes that are to be trained next, the coarse ones first; none where the map is complete. */
  readonly missing: readonly number[];
  /** By node; null where nothing is known. */
  readonly filled: readonly (Fate | null)[];
}

/** How coarse a node is: the largest power of two that both of its steps are multiples of. */
function coarseness(node: number, height: number): number {
  const steps = Math.floor(node / height) | (node % height);
  return steps === 0 ? Number.POSITIVE_INFINITY : steps & -steps;
}

/**
 * Follows the borders of three regions as `phase` follows that of one.
 *
 * Stuck or not is one question, learns or not another: a node is looked at where either asks for it.
 *
 * @param grid of the plane
 * @param known what came out at a node; undefined where it was not trained
 * @returns the atlas
 */
export function atlas(grid: Grid, known: (node: number) => Place | undefined): Atlas {
  const pictures = (["stuck", "learns"] as const).map((region) => {
    const answer = (node: number) => {
      const place = known(node);
      return place && (place.region === null ? null : place.region === region);
    };
    const refined = refine(grid, answer);
    return { nodes: refined.nodes, filled: picture(grid, refined, answer) };
  });
  const [stuck, learns] = pictures.map(({ filled }) => filled) as [(boolean | null)[], (boolean | null)[]];
  const missing = [...new Set(pictures.flatMap(({ nodes }) => nodes))].filter((node) => known(node) === undefined);
  return {
    missing: missing.sort((a, b) => coarseness(b, grid.height) - coarseness(a, grid.height) || a - b),
    filled: stuck.map((isStuck, node) => {
      const place = known(node);
      if (place) return place.region;
      if (isStuck) return "stuck";
      const learnt = learns[node] as boolean | null;
      return isStuck === null || learnt === null ? null : learnt ? "learns" : "memorizes";
    }),
  };
}
