/** A pivot that is so small a part of its diagonal entry is made of roundings. */
const LOST = 2 ** -48;

/**
 * A lower triangular root of a symmetric matrix with no negative eigenvalue.
 *
 *   L L' = A,  A of size x size; a pivot that is all rounding, below 2^-48 of its entry, gives a column of 0
 *
 * @param matrix [size * size], its lower half is read
 * @param size from 1 on
 * @returns L, [size * size]
 * Source: Golub and Van Loan, Matrix Computations, 4.2.
 * @example
 * [...cholesky(Float64Array.of(4, 2, 2, 10), 2)] // => [2, 0, 1, 3]
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  for (let c = 0; c < size; c++) {
    for (let r = c; r < size; r++) {
      let sum = matrix[r * size + c] as number;
      for (let k = 0; k < c; k++) sum -= (root[r * size + k] as number) * (root[c * size + k] as number);
      if (r === c) root[r * size + c] = sum > LOST * (matrix[r * size + c] as number) ? Math.sqrt(sum) : 0;
      else if ((root[c * size + c] as number) > 0) root[r * size + c] = sum / (root[c * size + c] as number);
    }
  }
  return root;
}
