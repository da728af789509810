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
 * Finds the compact coordinates of true ones.
 *
 * The range of the active set is cut into as many buckets as it has members; a bucket's members are searched by halves.
 *
 * @param coordinates [A] ascending from 0
 * @returns a function of any coordinate k: the a with coordinates[a] = k, or -1 where k is not active
 * Source: ours.
 * @example
 * [0, 9, 40, 41].map(compactsOf(Float64Array.of(0, 9, 40))) // => [0, 1, 2, -1]
 */
export function compactsOf(coordinates: Float64Array): (k: number) => number {
  const count = coordinates.length;
  const last = coordinates[count - 1] as number;
  const share = (count - 1) / Math.max(1, last);
  const bucketOf = (k: number) => Math.floor(k * share);
  // The first member of every bucket; a coordinate is in a later bucket than another only if it is larger.
  const starts = new Int32Array(count + 1).fill(count);
  for (let a = count - 1; a >= 0; a--) starts[bucketOf(coordinates[a] as number)] = a;
  for (let b = count - 1; b >= 0; b--) starts[b] = Math.min(starts[b] as number, starts[b + 1] as number);
  return (k) => {
    if (!(k >= 0 && k <= last)) return -1;
    const bucket = bucketOf(k);
    let low = starts[bucket] as number;
    let high = starts[bucket + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((coordinates[middle] as number) < k) low = middle + 1;
      else high = middle;
    }
    return coordinates[low] === k ? low : -1;
  };
}
