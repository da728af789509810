import { create, FractionDependencies, type MathNode } from "mathjs";
import { create as createOfNumbers, parseDependencies } from "mathjs/number";

/**
 * What we use of mathjs: its parser, which evaluates nothing, and exact fractions. The build makes this file a bundle of just that; with the nodes
 * that compute with numbers alone, as none ever does here, it is half as large.
 */
const math = { ...createOfNumbers({ parseDependencies }), ...create({ FractionDependencies }) };

export const parse = math.parse as (text: string) => MathNode;

type Product = MathNode & { op?: string; args?: Product[] };

/** Of a product of names; NaN for anything else. */
const namesIn = ({ type, op, args = [] }: Product): number =>
  type === "SymbolNode" ? 1 : op === "*" ? args.reduce((sum, part) => sum + namesIn(part), 0) : Number.NaN;

/** Whether mathjs reads a name as one wherever it stands, not as an operator such as mod or a constant such as true. */
export function isName(text: string): boolean {
  try {
    return namesIn(parse(`n ${text} n`)) === 3;
  } catch {
    return false;
  }
}

export const { Fraction } = math as unknown as { Fraction: FractionConstructor };

type Rational = Fraction | number | string;
type FractionConstructor = new (value: Rational) => Fraction;

/** An exact rational number. */
export interface Fraction {
  /** Sign (1n for 0, too), numerator and denominator. */
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
