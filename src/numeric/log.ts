const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** Remez coefficients of log((1+s)/(1-s))/s - 2 in s^2, |s| <= 0.1716 (fdlibm e_log.c). */
const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

const view = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm, the same bits on every machine.
 *
 * log(x) = k ln 2 + log(1 + f) with x = 2^k (1 + f) and sqrt(2)/2 < 1 + f < sqrt(2); with s = f/(2+f),
 * log(1 + f) = f - (f^2/2 - s (f^2/2 + R(s^2))).
 *
 * @param x any double
 * @returns ln x with an error below 1 ulp; -Infinity at 0, NaN below 0
 * Source: the method of Sun's fdlibm e_log.c. Built-in Math.log may differ between engines, so no number here depends on it.
 * @example
 * log(1) // => 0
 * log(2) // => 0.6931471805599453
 * log(0) // => -Infinity
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984; // 2^54 lifts a subnormal into the normal range
    k = -54;
  }
  view.setFloat64(0, x);
  const high = view.getUint32(0);
  k += (high >>> 20) - 1023;
  const fraction = high & 0xfffff;
  // 0x95f64 rounds the split point to sqrt(2), so that f is centred on 0.
  const lift = (fraction + 0x95f64) & 0x100000;
  view.setUint32(0, fraction | (lift ^ 0x3ff00000));
  k += lift >>> 20;
  const f = view.getFloat64(0) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}
