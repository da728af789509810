/** `TINY` and `TINY_SQUARE` of src/numeric/flush.ts. */
export const TINY: f64 = 3.054936363499605e-151;
export const TINY_SQUARE: f64 = 9.332636185032189e-302;

/** `flush` of src/numeric/flush.ts on two lanes. */
// @ts-ignore: decorator
@inline
export function flush(x: v128, limit: f64): v128 {
  return v128.andnot(x, f64x2.lt(f64x2.abs(x), f64x2.splat(limit)));
}
