import { InputError, show } from "./inputError.ts";

/** The smallest normal double, 2^-1022: below it digits are lost. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/**
 * Refuses a number of the family that the doubles cannot hold.
 *
 * 2^-1022 <= value < 2^1024
 *
 * @param name what it is, for the error
 * @param value a quantity > 0
 * @param n where in the family
 * @throws InputError
 * Source: ours.
 */
export function requireNormal(name: string, value: number, n: number): void {
  if (value >= SMALLEST_NORMAL && value < Infinity) return;
  throw new InputError(
    `${name} must be a number from 2.3e-308 to 1.7e308, but is ${show(value)} at n = ${n}; lower n, D, q or a power, or bring its constant nearer to 1`,
  );
}
