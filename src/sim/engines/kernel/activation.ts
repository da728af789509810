import { lanePower } from "./power";

// Where z <= 0 the lane is cleared by a mask, not by a maximum, so that NaN passes through as in src/sim/activations/power.ts.
// q = 3 is written out: the general power takes the same products (1 * z is z), with branches.

/**
 * sigma(z) on two lanes.
 *
 * @param z pre-activations
 * @param q power of the CNN; 0 for the linear network
 * @returns max(z, 0)^q, or z
 */
// @ts-ignore: decorator
@inline
export function value(z: v128, q: i32): v128 {
  if (q == 0) return z;
  const p = q == 3 ? f64x2.mul(z, f64x2.mul(z, z)) : lanePower(z, q);
  return v128.andnot(p, f64x2.le(z, f64x2.splat(0)));
}

/**
 * sigma'(z) on two lanes.
 *
 * @param z pre-activations
 * @param q power of the CNN; 0 for the linear network
 * @returns q max(z, 0)^(q-1), or 1
 */
// @ts-ignore: decorator
@inline
export function derivative(z: v128, q: i32): v128 {
  if (q == 0) return f64x2.splat(1);
  const p = q == 3 ? f64x2.mul(z, z) : lanePower(z, q - 1);
  return v128.andnot(f64x2.mul(f64x2.splat(<f64>q), p), f64x2.le(z, f64x2.splat(0)));
}
