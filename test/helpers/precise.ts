import { Decimal } from "decimal.js";

/** 60 digits: 20 more than any comparison needs, so that its own rounding never shows. */
export const Precise = Decimal.clone({ precision: 60, toExpNeg: -9e15, toExpPos: 9e15, minE: -9e15, maxE: 9e15 });

const bits = new DataView(new ArrayBuffer(8));

/** Distance between neighbouring doubles at |x|: 2^(e-52) with 2^e <= |x| < 2^(e+1), and 2^-1074 among the subnormals. */
export function spacing(x: number): number {
  bits.setFloat64(0, x);
  const exponent = (bits.getUint32(0) >>> 20) & 0x7ff;
  return 2 ** (Math.max(exponent, 1) - 1075);
}

const powersOfTwo = new Map<number, Decimal>();

/** 2^k to 60 digits; kept, since one costs ten times as much as the rest of `precise`. */
function powerOfTwo(k: number): Decimal {
  const power = powersOfTwo.get(k) ?? new Precise(2).pow(k);
  powersOfTwo.set(k, power);
  return power;
}

/** The double x itself, to 60 digits (`new Decimal(x)` would take its shortest decimal spelling instead). */
export function precise(x: number): Decimal {
  if (x === 0 || !Number.isFinite(x)) return new Precise(x);
  const ulp = spacing(x); // a power of two that divides x
  const whole = new Precise(BigInt(x / ulp).toString());
  const exponent = Math.round(Math.log2(ulp));
  return whole.times(powerOfTwo(exponent));
}

/** How far `actual` is from `exact`, in units in the last place of the double next to `exact`. */
export function errorInUlps(actual: number, exact: Decimal): number {
  return precise(actual)
    .minus(exact)
    .abs()
    .div(precise(spacing(exact.toNumber())))
    .toNumber();
}

/** |actual - exact| / |exact|, exact nonzero. */
export function relativeError(actual: number, exact: Decimal): number {
  return precise(actual).minus(exact).div(exact).abs().toNumber();
}
