import type { PointCount } from "../sweep/pointReader.ts";
import type { Answer } from "./refine.ts";

/**
 * What a node says: yes where at least half of the runs that finished show the event.
 *
 * @param node what came out there; undefined where it is not known
 * @returns null where no run has finished
 * @example
 * answerOf({ runs: 3, failed: 0, count: 1 }) // => false
 * answerOf({ runs: 2, failed: 1, count: 1 }) // => true
 */
export const answerOf = (node: PointCount | undefined): Answer =>
  node && (node.runs === 0 ? null : 2 * node.count >= node.runs);
