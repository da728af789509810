import type { Rows } from "../data/entries.ts";

/**
 * Writes the inner products of rows into a matrix.
 *
 * M_(first+k)(first+l) = <x_k, x_l>, summed over ascending coordinates
 *
 * @param rows L vectors
 * @param length coordinates that they have
 * @param gram [size * size], size >= first + L; written from row and column `first` on
 * @param size of the matrix
 * @param first where the rows begin
 * Source: ours.
 */
export function gramOfRows(
  { rows, coordinates, values }: Rows,
  length: number,
  gram: Float64Array,
  size: number,
  first: number,
): void {
  const row = new Float64Array(length);
  for (let a = 0; a + 1 < rows.length; a++) {
    const [from, to] = [rows[a] as number, rows[a + 1] as number];
    for (let e = from; e < to; e++) row[coordinates[e] as number] = values[e] as number;
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      const end = rows[b + 1] as number;
      for (let e = rows[b] as number; e < end; e++)
        sum += (values[e] as number) * (row[coordinates[e] as number] as number);
      gram[(first + a) * size + first + b] = sum;
      gram[(first + b) * size + first + a] = sum;
    }
    for (let e = from; e < to; e++) row[coordinates[e] as number] = 0;
  }
}
