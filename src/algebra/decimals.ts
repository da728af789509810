import { Decimal } from "decimal.js";
import type { Arithmetic } from "../numeric/arithmetic.ts";

/** More digits than this no double can be written with here. */
const MOST = 100;

/**
 * Decimals of many digits, within 10^(+-9e15).
 *
 * @param digits that are kept by every operation, at most 100
 * @returns the arithmetic; a double is taken as it is, not as its shortest spelling
 * Source: decimal.js.
 * @example
 * decimals(30).number(0.1).toString() // => "0.100000000000000005551115123126"
 */
export function decimals(digits: number): Arithmetic<Decimal> {
  const Precise = Decimal.clone({ precision: digits, minE: -9e15, maxE: 9e15 });
  return {
    number: (x) => new Precise(x.toPrecision(MOST)).toSignificantDigits(digits),
    add: (x, y) => x.add(y),
    sub: (x, y) => x.sub(y),
    mul: (x, y) => x.mul(y),
    square: (x) => x.mul(x),
    div: (x, y) => x.div(y),
    ratio: (x, y) => (y.isZero() ? new Precise(0) : x.div(y)),
    min: (x, y) => Precise.min(x, y),
    max: (x, y) => Precise.max(x, y),
    neg: (x) => x.neg(),
    abs: (x) => x.abs(),
    sign: (x) => new Precise(Decimal.sign(x)),
    sqrt: (x) => x.sqrt(),
    power: (x, k) => x.pow(k),
  };
}
