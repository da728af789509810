/**
 * src/numeric/integerPower.ts, multiplication for multiplication.
 *
 * @param x any double
 * @param k an integer >= 0
 * @returns x^k
 */
export function integerPower(x: f64, k: i64): f64 {
  let result: f64 = 1;
  let square = x;
  for (let rest = k; rest > 0; rest >>= 1) {
    if (rest & 1) result *= square;
    square *= square;
  }
  return result;
}

/** The same on two lanes. */
export function lanePower(x: v128, k: i32): v128 {
  let result = f64x2.splat(1);
  let square = x;
  for (let rest = k; rest > 0; rest >>= 1) {
    if (rest & 1) result = f64x2.mul(result, square);
    square = f64x2.mul(square, square);
  }
  return result;
}
