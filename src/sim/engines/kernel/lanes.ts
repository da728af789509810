/** Neighbouring vectors in memory. Read and written as fields, because only then does the distance become part of the instruction. */
@unmanaged
export class Lanes {
  v0!: v128;
  v1!: v128;
  v2!: v128;
  v3!: v128;
  v4!: v128;
}

/**
 * a x + b y on two lanes, every product and the sum rounded on its own.
 *
 * @returns the sum
 */
// @ts-ignore: decorator
@inline
export function combine(a: v128, x: v128, b: v128, y: v128): v128 {
  return f64x2.add(f64x2.mul(a, x), f64x2.mul(b, y));
}

/**
 * sum + a x on two lanes, product and sum each rounded on its own.
 *
 * @returns the sum
 */
// @ts-ignore: decorator
@inline
export function plus(sum: v128, a: v128, x: v128): v128 {
  return f64x2.add(sum, f64x2.mul(a, x));
}
