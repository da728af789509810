import type { Fraction } from "../../algebra/mathjs.ts";
import { InputError } from "../../setting/inputError.ts";

/** Bits of a product of integers that is multiplied out; more take seconds. */
const MOST_BITS = 1 << 18;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * A product of rational powers of integers against 1, exactly.
 *
 * @param powers integers from 2 on as text, with their exponents
 * @returns -1, 0 or 1: less, equal, more
 * @throws InputError where the exponents' common denominator makes the integers too long
 * Source: ours: both sides raised to the common denominator are integers.
 */
export function compareWithOne(powers: readonly (readonly [base: string, exponent: Fraction])[]): number {
  if (powers.length === 0) return 0;
  const common = powers.reduce((multiple, [, { d }]) => (multiple * d) / gcd(multiple, d), 1n);
  const shared = powers.reduce((divisor, [, { n, d }]) => gcd(divisor, (n * common) / d), 0n);
  let [above, below] = [1n, 1n];
  let bits = 0;
  for (const [base, exponent] of powers) {
    const power = (exponent.n * common) / exponent.d / shared;
    bits += Number(power) * base.length * 3.33;
    if (bits > MOST_BITS) {
      throw new InputError(
        "constants must have exponents with small common denominators, or nobody can compare them, but have not; round them",
      );
    }
    if (exponent.s < 0n) below *= BigInt(base) ** power;
    else above *= BigInt(base) ** power;
  }
  return above < below ? -1 : above > below ? 1 : 0;
}
