import type { Verdict } from "../claim.ts";

/** A figure as verdicts give it: four significant digits. */
export const digits = (value: number): number => Number(value.toPrecision(4));

/**
 * What an interval says of a range that is claimed.
 *
 * @param interval [low, high] of what was measured
 * @param claimed [low, high]
 * @returns holds if it lies within, contradicted if it lies outside, else inconclusive
 * Source: ours.
 * @example
 * verdictWithin([0.4, 0.6], [0.5, 1]) // => "inconclusive"
 */
export function verdictWithin(interval: readonly [number, number], claimed: readonly [number, number]): Verdict {
  if (interval[0] >= claimed[0] && interval[1] <= claimed[1]) return "holds";
  return interval[1] < claimed[0] || interval[0] > claimed[1] ? "contradicted" : "inconclusive";
}
