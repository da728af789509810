import { L1, L2, L3, L4, L5, L6, L7, LN2_HIGH, LN2_LOW } from "../../../random/kernel/log";

const LEAST_NORMAL: f64 = 2.2250738585072014e-308;
const TWO_54: f64 = 18014398509481984;

/**
 * src/numeric/log.ts, operation for operation.
 *
 * @param x a finite double > 0
 * @returns the same bits
 */
export function log(x: f64): f64 {
  let k: i32 = 0;
  if (x < LEAST_NORMAL) {
    x *= TWO_54;
    k = -54;
  }
  const bits = reinterpret<u64>(x);
  const high = <u32>(bits >> 32);
  k += <i32>(high >> 20) - 1023;
  const fraction = high & 0xfffff;
  const lift = (fraction + 0x95f64) & 0x100000;
  k += <i32>(lift >> 20);
  const f = reinterpret<f64>((<u64>(fraction | (lift ^ 0x3ff00000)) << 32) | (bits & 0xffffffff)) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  const half = 0.5 * f * f;
  return <f64>k * LN2_HIGH - (half - (s * (half + r) + <f64>k * LN2_LOW) - f);
}
