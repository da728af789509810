const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const OVERFLOW = 709.782712893383973096;
const UNDERFLOW = -745.13321910194110842;

/** Remez coefficients of r*coth(r/2) - 2 in r^2, |r| <= ln(2)/2 (fdlibm e_exp.c). */
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

const word = new Float64Array(1);
const halves = new Uint32Array(word.buffer);
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** 2^k exactly, for integer k in [-1022, 1023]. */
function powerOfTwo(k: number): number {
  halves[1 - HIGH] = 0;
  halves[HIGH] = (k + 1023) << 20;
  return word[0] as number;
}

/**
 * Exponential function, the same bits on every machine.
 *
 * exp(x) = 2^k exp(r) with x = k ln 2 + r and |r| <= ln(2)/2; exp(r) by a rational Remez approximation.
 *
 * @param x any double
 * @returns e^x with an error below 1 ulp; 0 for x < -745.13, Infinity for x > 709.78, NaN for NaN
 * Source: the method of Sun's fdlibm e_exp.c. Built-in Math.exp may differ between engines, so no number here depends on it.
 * @example
 * exp(0) // => 1
 * exp(1) // => 2.7182818284590455
 * exp(-Infinity) // => 0
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  // k * LN2_HIGH is exact: LN2_HIGH has 20 trailing zero bits and |k| < 2^11.
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powerOfTwo(1023);
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
