/**
 * Integer power by repeated squaring: x^k as a fixed sequence of multiplications.
 *
 * @param x any double
 * @param k an integer >= 0
 * @returns x^k with relative error at most (k-1)u/(1 - (k-1)u), u = 2^-53, short of under- and overflow; 1 for k = 0
 * Source: ours. Math.pow and ** may differ between engines (they do between Node 20 and 24), so no number here depends on them.
 * @example
 * integerPower(3, 5) // => 243
 * integerPower(0.5, 0) // => 1
 */
export function integerPower(x: number, k: number): number {
  let result = 1;
  let square = x;
  let rest = k;
  // Bit operations, much the faster, see 31 bits.
  for (; rest > 0x7fffffff; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  for (let bits = rest | 0; bits > 0; bits >>= 1) {
    if (bits & 1) result *= square;
    square *= square;
  }
  return result;
}
