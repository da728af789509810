import type { Patch } from "./patch.ts";

/**
 * The active set {0} U B_1 U ... U B_n: every coordinate that a training's gradients can touch. Its members are numbered 0..A-1 in ascending
 * order (compact coordinates); 0, the feature coordinate, comes first.
 *
 * @param patches the training examples
 * @returns [A] the true coordinates, ascending; 0 is one of them always
 * Source: ours.
 * @example
 * [...activeSetOf([{ label: 1, coordinates: Float64Array.of(0, 9, 40), values: Float64Array.of(-0.2, 1, 2) }])] // => [0, 9, 40]
 */
export function activeSetOf(patches: readonly Patch[]): Float64Array {
  const all = new Float64Array(1 + patches.reduce((sum, { coordinates }) => sum + coordinates.length, 0));
  let end = 1;
  for (const { coordinates } of patches) {
    all.set(coordinates, end);
    end += coordinates.length;
  }
  return all.sort().filter((k, a) => a === 0 || k !== all[a - 1]);
}

/** The active set where every coordinate counts: 0, 1, ..., d-1. */
export const allCoordinates = (d: number): Float64Array => new Float64Array(d).map((_, k) => k);

/**
 * The compact coordinate of a true one.
 *
 * @param coordinates [A] ascending
 * @param k any coordinate
 * @returns the a with coordinates[a] = k, or -1 where k is not active
 * Source: ours; binary search.
 * @example
 * [0, 9, 40, 41].map((k) => compactOf(Float64Array.of(0, 9, 40), k)) // => [0, 1, 2, -1]
 */
export function compactOf(coordinates: Float64Array, k: number): number {
  let low = 0;
  let high = coordinates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((coordinates[middle] as number) < k) low = middle + 1;
    else high = middle;
  }
  return coordinates[low] === k ? low : -1;
}
