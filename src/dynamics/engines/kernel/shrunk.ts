/** `shrunk` of src/dynamics/coasting.ts on two lanes: factor w, 0 where w is. */
// @ts-ignore: decorator
@inline
export function shrunk(factor: v128, w: v128): v128 {
  return v128.andnot(f64x2.mul(factor, w), f64x2.eq(w, f64x2.splat(0)));
}
