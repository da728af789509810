import { plus } from "./lanes";
import { columnEntries, columns, coordinates, dimension, noise, row, rows, values } from "./state";
import { exampleSize, firstListed, listedAfter, patchRow } from "./wider";
import { featureSupport, patches } from "./widerState";

/** First entry of noise patch i that is not on the feature's coordinates, which are so many; a constant 1 in the papers' model. */
// @ts-ignore: decorator
@inline
export function firstNoise(i: i32, support: i32): usize {
  let first = <usize>load<u32>(rows + (<usize>i << 2));
  const end = <usize>load<u32>(rows + (<usize>i << 2), 4);
  if (support == 1) return first + <usize>(first < end && load<u32>(coordinates + (first << 2)) == 0);
  while (first < end && load<i32>(coordinates + (first << 2)) < support) first++;
  return first;
}

/**
 * What xi_i has on coordinate 0.
 *
 * @param i which example
 * @returns its value, or 0 where none is stored: adding 0 times a coefficient is adding nothing
 */
export function featureNoise(i: i32): f64 {
  const first = <usize>load<u32>(rows + (<usize>i << 2));
  return firstNoise(i, 1) > first ? load<f64>(values + (first << 3)) : 0;
}

/**
 * Adds what one noise patch gives to the gradient of the feature's coordinates.
 *
 * @param i which noise patch
 * @param coefficients address of its coefficients
 * @param out address of the gradient, [featureSupport * lanes]
 */
export function addFeatureNoise(i: i32, coefficients: usize, out: usize): void {
  const size = row;
  const end = firstNoise(i, featureSupport);
  for (let entry = <usize>load<u32>(rows + (<usize>i << 2)); entry < end; entry++) {
    const value = v128.load64_splat(values + (entry << 3));
    const to = out + <usize>load<u32>(coordinates + (entry << 2)) * size;
    for (let lane: usize = 0; lane < size; lane += 16) {
      v128.store(to + lane, plus(v128.load(to + lane), value, v128.load(coefficients + lane)));
    }
  }
}

/**
 * Sorts the entries of a batch's noise patches by coordinate, stably: two passes of counting.
 *
 * @param indices address of the batch
 * @param count b
 * @param from the first patch of each that is sorted: 0, or -1 for the feature that it shows
 * @param each noise patches an example
 * @param support coordinates of the feature, left out
 * @param first address of the coefficients of the first patch of the first example
 * @param stride bytes to those of the next example
 */
// @ts-ignore: decorator
@inline
function sort(indices: usize, count: i32, from: i32, each: i32, support: i32, first: usize, stride: usize): void {
  memory.fill(columns, 0, <usize>dimension << 2);
  for (let e = 0; e < count; e++) {
    const i = load<i32>(indices + (<usize>e << 2));
    for (let p = from; p < each; p++) {
      const patch = patchRow(i, p, each);
      const end = coordinates + (<usize>load<u32>(rows + (<usize>patch << 2), 4) << 2);
      for (let c = coordinates + (firstNoise(patch, support) << 2); c < end; c += 4) {
        const place = columns + (<usize>load<u32>(c) << 2);
        store<u32>(place, load<u32>(place) + 1);
      }
    }
  }
  let total: u32 = 0;
  for (let place = columns; place < columns + (<usize>dimension << 2); place += 4) {
    const size = load<u32>(place);
    store<u32>(place, total);
    total += size;
  }
  for (let e = 0; e < count; e++, first += stride) {
    const i = load<i32>(indices + (<usize>e << 2));
    let coefficients = first;
    for (let p = from; p < each; p++, coefficients += row) {
      const patch = patchRow(i, p, each);
      const end = coordinates + (<usize>load<u32>(rows + (<usize>patch << 2), 4) << 2);
      const begin = firstNoise(patch, support);
      let x = values + (begin << 3);
      for (let c = coordinates + (begin << 2); c < end; c += 4, x += 8) {
        const place = columns + (<usize>load<u32>(c) << 2);
        const next = <usize>load<u32>(place);
        store<u32>(place, next + 1);
        const entry = columnEntries + (next << 4);
        store<f64>(entry, load<f64>(x));
        store<u32>(entry, coefficients, 8);
      }
    }
  }
}

/** Sorts those of the papers' model: one noise patch an example, a feature of one coordinate. */
export function sortColumns(indices: usize, count: i32): void {
  sort(indices, count, 0, 1, 1, noise, row);
}

/** Sorts those of a wider model. */
export function sortWide(indices: usize, count: i32): void {
  sort(indices, count, firstListed(), patches, featureSupport, noise + listedAfter(), exampleSize());
}
