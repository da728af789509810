import { create, FractionDependencies, type MathNode, parseDependencies } from "mathjs";

/** What we use of mathjs: its parser, which evaluates nothing, and exact fractions. The build makes this file a bundle of just that. */
const math = create({ parseDependencies, FractionDependencies });

export const parse = math.parse as (text: string) => MathNode;
export const { Fraction } = math as unknown as { Fraction: FractionConstructor };

type Rational = Fraction | number | string;
type FractionConstructor = new (value: Rational) => Fraction;

/** An exact rational number. */
export interface Fraction {
  /** Sign, numerator and denominator. */
  readonly s: bigint;
  readonly n: bigint;
  readonly d: bigint;
  add(other: Rational): Fraction;
  mul(other: Rational): Fraction;
  div(other: Rational): Fraction;
  neg(): Fraction;
  abs(): Fraction;
  pow(exponent: Rational): Fraction;
  /** -1, 0 or 1, as a sign. */
  compare(other: Rational): number;
  /** "7/3". */
  toFraction(): string;
  valueOf(): number;
}

export type { MathNode };
