const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = 1.44269504088896338700;
const OVERFLOW: f64 = 709.782712893383973096;
const UNDERFLOW: f64 = -745.133219101941108420;
const P1: f64 = 1.66666666666666019037e-1;
const P2: f64 = -2.77777777770155933842e-3;
const P3: f64 = 6.61375632143793436117e-5;
const P4: f64 = -1.65339022054652515390e-6;
const P5: f64 = 4.13813679705723846039e-8;

/** 2^k exactly, for integer k in [-1022, 1023]. */
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>k + 1023) << 52);
}

/**
 * src/numeric/exp.ts, operation for operation.
 *
 * @param x any double
 * @returns the same bits
 */
export function exp(x: f64): f64 {
  if (x != x) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const k = floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y: f64 = 1 - (low - (r * c) / (2 - c) - high);
  const n = <i32>k;
  if (n == 1024) return y * 2 * powerOfTwo(1023);
  return n >= -1021 ? y * powerOfTwo(n) : y * powerOfTwo(n + 1000) * powerOfTwo(-1000);
}
