import { largestSize } from "../numeric/largestSize.ts";

/** From so many members on, a bucket is sorted by the language's own means. */
const FULL = 64;

/** Sorts a stretch of indices by what they point to. */
function sortStretch(order: Int32Array, first: number, end: number, all: Float64Array): void {
  if (end - first > FULL) {
    order.subarray(first, end).sort((a, b) => (all[a] as number) - (all[b] as number));
    return;
  }
  for (let at = first + 1; at < end; at++) {
    const moved = order[at] as number;
    const k = all[moved] as number;
    let to = at;
    for (; to > first && (all[order[to - 1] as number] as number) > k; to--) order[to] = order[to - 1] as number;
    order[to] = moved;
  }
}

/** Indices of numbers from 0 on in the order of the numbers: as many buckets as there are numbers, which are about evenly spread. */
function ordered(all: Float64Array): Int32Array {
  const count = all.length;
  const share = (count - 1) / Math.max(1, largestSize(all));
  const bucketOf = (e: number) => Math.floor((all[e] as number) * share);
  // While the indices are placed, the next place of bucket b is at b + 1; afterwards its first one is at b.
  const places = new Int32Array(count + 2);
  for (let e = 0; e < count; e++) places[bucketOf(e) + 2]++;
  for (let b = 2; b <= count; b++) places[b] = (places[b] as number) + (places[b - 1] as number);
  const order = new Int32Array(count);
  for (let e = 0; e < count; e++) order[places[bucketOf(e) + 1]++] = e;
  for (let b = 0; b < count; b++) sortStretch(order, places[b] as number, places[b + 1] as number, all);
  return order;
}

/**
 * The active set {0} U B_1 U ... U B_n: every coordinate that a training's gradients can touch. Its members are numbered 0..A-1 in ascending
 * order (compact coordinates); 0, the feature coordinate, comes first.
 *
 * @param all the coordinates of the training examples, one after the other
 * @returns [A] the true coordinates, ascending, 0 one of them always; and of each of `all` the compact coordinate
 * Source: ours.
 * @example
 * [...activeSetOf(Float64Array.of(0, 40, 9, 0)).coordinates] // => [0, 9, 40]
 * [...activeSetOf(Float64Array.of(0, 40, 9, 0)).compact] // => [0, 2, 1, 0]
 */
export function activeSetOf(all: Float64Array): { coordinates: Float64Array; compact: Int32Array } {
  const coordinates = new Float64Array(all.length + 1);
  const compact = new Int32Array(all.length);
  let last = 0;
  for (const e of ordered(all)) {
    const k = all[e] as number;
    if (k !== coordinates[last]) coordinates[++last] = k;
    compact[e] = last;
  }
  return { coordinates: coordinates.slice(0, last + 1), compact };
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
