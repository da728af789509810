export const LN2_HIGH: f64 = 6.9314718036912381649e-1;
export const LN2_LOW: f64 = 1.90821492927058770002e-10;
export const L1: f64 = 6.66666666666673513e-1;
export const L2: f64 = 3.999999999940941908e-1;
export const L3: f64 = 2.857142874366239149e-1;
export const L4: f64 = 2.222219843214978396e-1;
export const L5: f64 = 1.818357216161805012e-1;
export const L6: f64 = 1.531383769920937332e-1;
export const L7: f64 = 1.479819860511658591e-1;

// @ts-ignore: decorator
@inline
function step(value: v128, z: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.splat(coefficient), f64x2.mul(z, value));
}

/**
 * src/numeric/log.ts, operation for operation, of two numbers.
 *
 * @param x probabilities above 0, which are normal numbers
 * @returns the same bits
 */
// @ts-ignore: decorator
@inline
export function logs(x: v128): v128 {
  const high = i64x2.shr_u(x, 32);
  const fraction = v128.and(high, i64x2.splat(0xfffff));
  const lift = v128.and(i64x2.add(fraction, i64x2.splat(0x95f64)), i64x2.splat(0x100000));
  const exponent = i64x2.sub(i64x2.add(i64x2.shr_u(high, 20), i64x2.shr_u(lift, 20)), i64x2.splat(1023));
  // A small integer as a double: added to the bits of 1.5 2^52, less that.
  const k = f64x2.sub(i64x2.add(exponent, i64x2.splat(0x4338000000000000)), f64x2.splat(6755399441055744));
  const top = i64x2.shl(v128.or(fraction, v128.xor(lift, i64x2.splat(0x3ff00000))), 32);
  const f = f64x2.sub(v128.or(top, v128.and(x, i64x2.splat(0xffffffff))), f64x2.splat(1));
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  let r = f64x2.splat(L7);
  r = step(r, z, L6);
  r = step(r, z, L5);
  r = step(r, z, L4);
  r = step(r, z, L3);
  r = step(r, z, L2);
  r = f64x2.mul(z, step(r, z, L1));
  const half = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const tail = f64x2.add(f64x2.mul(s, f64x2.add(half, r)), f64x2.mul(k, f64x2.splat(LN2_LOW)));
  return f64x2.sub(f64x2.mul(k, f64x2.splat(LN2_HIGH)), f64x2.sub(f64x2.sub(half, tail), f));
}
