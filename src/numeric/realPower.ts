import { integerPower } from "./integerPower.ts";
import { power } from "./power.ts";

/**
 * Powers of what may be 0, for an exponent that is mostly an integer.
 *
 * @param x a finite double >= 0
 * @param y a finite double >= 0
 * @returns x^y: as `integerPower` has it where y is an integer, else as `power`
 * Source: ours.
 * @example
 * realPower(0, 3) // => 0
 * realPower(0, 0.5) // => 0
 * Math.abs(realPower(4, 1.5) - 8) < 1e-13 // => true
 */
export function realPower(x: number, y: number): number {
  if (Number.isInteger(y)) return integerPower(x, y);
  return x === 0 ? 0 : power(x, y);
}
