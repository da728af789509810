import { columnEntries, columns, coordinates, dimension, noise, row, rows, values } from "./state";

/** First entry of example i that is not on coordinate 0. */
// @ts-ignore: decorator
@inline
function firstNoise(i: i32): usize {
  const first = <usize>load<u32>(rows + (<usize>i << 2));
  const end = <usize>load<u32>(rows + (<usize>i << 2), 4);
  return first + <usize>(first < end && load<u32>(coordinates + (first << 2)) == 0);
}

/**
 * What xi_i has on coordinate 0.
 *
 * @param i which example
 * @returns its value, or 0 where none is stored: adding 0 times a coefficient is adding nothing
 */
export function featureNoise(i: i32): f64 {
  const first = <usize>load<u32>(rows + (<usize>i << 2));
  return firstNoise(i) > first ? load<f64>(values + (first << 3)) : 0;
}

/**
 * Sorts the entries of a batch by coordinate, stably: two passes of counting.
 *
 * @param indices address of the batch
 * @param count b
 */
export function sortColumns(indices: usize, count: i32): void {
  memory.fill(columns, 0, <usize>dimension << 2);
  for (let e = 0; e < count; e++) {
    const i = load<i32>(indices + (<usize>e << 2));
    const end = coordinates + (<usize>load<u32>(rows + (<usize>i << 2), 4) << 2);
    for (let c = coordinates + (firstNoise(i) << 2); c < end; c += 4) {
      const place = columns + (<usize>load<u32>(c) << 2);
      store<u32>(place, load<u32>(place) + 1);
    }
  }
  let total: u32 = 0;
  for (let place = columns; place < columns + (<usize>dimension << 2); place += 4) {
    const size = load<u32>(place);
    store<u32>(place, total);
    total += size;
  }
  let coefficients = noise;
  for (let e = 0; e < count; e++, coefficients += row) {
    const i = load<i32>(indices + (<usize>e << 2));
    const end = coordinates + (<usize>load<u32>(rows + (<usize>i << 2), 4) << 2);
    const first = firstNoise(i);
    let x = values + (first << 3);
    for (let c = coordinates + (first << 2); c < end; c += 4, x += 8) {
      const place = columns + (<usize>load<u32>(c) << 2);
      const next = <usize>load<u32>(place);
      store<u32>(place, next + 1);
      const entry = columnEntries + (next << 4);
      store<f64>(entry, load<f64>(x));
      store<u32>(entry, coefficients, 8);
    }
  }
}
