/**
 * The n-th smallest of some numbers, counted from 0.
 *
 * @param values none NaN; put into another order
 * @param n below their number
 * @returns one of the values
 * Source: C. A. R. Hoare, algorithm 65 (Find), CACM 4 (1961).
 * @example
 * nthSmallest(Float32Array.of(5, 1, 4, 1), 2) // => 4
 */
export function nthSmallest(values: Float32Array, n: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[n] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const moved = values[i] as number;
      values[i++] = values[j] as number;
      values[j--] = moved;
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else break;
  }
  return values[n] as number;
}
