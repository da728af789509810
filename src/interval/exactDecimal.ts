import { dyadicOf } from "./dyadic.ts";

/**
 * A double in all its decimal digits.
 *
 * m 2^-k = m 5^k 10^-k
 *
 * @param x a finite double
 * @returns a numeral that has its value exactly, for whatever reads numerals
 * Source: IEEE 754-2019; every finite double is an integer times a power of two.
 * @example
 * exactDecimal(0.1) // => "1000000000000000055511151231257827021181583404541015625e-55"
 * exactDecimal(-3) // => "-3e0"
 */
export function exactDecimal(x: number): string {
  const { m, e } = dyadicOf(x);
  return e >= 0 ? `${m << BigInt(e)}e0` : `${m * 5n ** BigInt(-e)}e${e}`;
}
