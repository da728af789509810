import type { Rows } from "../entries.ts";

/** Entry k of patch p of image i. */
export type NumberAt = (image: number, patch: number, k: number) => number;

/**
 * Rows from a function of their entries, asked twice for each, so that no room is made for more than is kept.
 *
 * @param count of rows
 * @param d entries of each
 * @param at an entry; the same whenever it is asked
 * @param full whether zeros are kept, too
 * @returns the rows
 * @example
 * [...rowsFrom(2, 3, (row, k) => row * k).values] // => [1, 2]
 */
export function rowsFrom(count: number, d: number, at: (row: number, k: number) => number, full = false): Rows {
  const rows = new Int32Array(count + 1);
  let length = 0;
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < d; k++) if (full || at(row, k) !== 0) length++;
    rows[row + 1] = length;
  }
  const [coordinates, values] = [new Int32Array(length), new Float64Array(length)];
  let e = 0;
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < d; k++) {
      const value = at(row, k);
      if (value === 0 && !full) continue;
      coordinates[e] = k;
      values[e++] = value;
    }
  }
  return { rows, coordinates, values };
}
