import { formulaError } from "../../algebra/formulaError.ts";
import { Fraction } from "../../algebra/mathjs.ts";
import { reduced } from "./division.ts";
import { DOMAIN, signOn } from "./domain.ts";
import type { Expression, Formula } from "./formula.ts";
import {
  constant,
  constantOf,
  minus,
  negative,
  type Polynomial,
  plus,
  reciprocal,
  times,
  variable,
} from "./polynomial.ts";
import { SYMBOLS } from "./symbols.ts";

/** Of a polynomial; products of sums grow without end. */
const MOST_TERMS = 64;
/** Powers of exponents are written out. */
const MOST_POWER = 8;

/**
 * What stands in an exponent, as a polynomial in exponents and reciprocals.
 *
 * @param formula whose text an error shows
 * @param tree the part of it that is an exponent: numbers, exponents of any name, + - * /, and ^ with a small integer
 * @param valueOf the value of an exponent that has one
 * @param quantities names that are no exponents, beyond the papers'
 * @returns a polynomial in the exponents without a value
 * @throws InputError where something else stands there, and for a division by what may be 0 or of either sign
 * Source: ours.
 */
export function exponentOf(
  formula: Formula,
  tree: Expression,
  valueOf: (name: string) => Polynomial | undefined,
  quantities: { has(name: string): boolean } = new Set(),
): Polynomial {
  const refuse = (at: number, what: string) => {
    const rule = `must have exponents made of numbers and of ${Object.keys(DOMAIN).join(", ")}, but has ${what}`;
    return formulaError(formula.text, at, rule, "an order is n^a (log n)^b with a and b constant in n; rewrite it");
  };
  const short = (a: Polynomial, at: number): Polynomial => {
    if (a.size > MOST_TERMS) throw refuse(at, `more than ${MOST_TERMS} terms`);
    return a;
  };
  const inverse = (a: Polynomial, at: number): Polynomial => {
    const number = constantOf(a);
    if (number?.compare(0) === 0) throw refuse(at, "a division by zero");
    if (number) return constant(new Fraction(1).div(number));
    const sign = signOn(a);
    if (sign === "positive") return reciprocal(a);
    if (sign === "negative") return negative(reciprocal(negative(a)));
    throw refuse(at, "a division by an exponent that may be 0 or of either sign");
  };
  const power = (base: Polynomial, exponent: Expression): Polynomial => {
    const number = constantOf(walk(exponent))?.valueOf();
    if (number === undefined || !Number.isInteger(number) || Math.abs(number) > MOST_POWER) {
      throw refuse(exponent.at, `a power that is no integer from -${MOST_POWER} to ${MOST_POWER}`);
    }
    const factor = number < 0 ? inverse(base, exponent.at) : base;
    return Array.from({ length: Math.abs(number) }).reduce(
      (product: Polynomial) => short(times(product, factor), exponent.at),
      constant(1),
    );
  };
  const walk = (part: Expression): Polynomial => {
    if (part.kind === "number") return constant(part.value);
    if (part.kind === "negative") return negative(walk(part.of));
    if (part.kind === "call") throw refuse(part.at, `${part.name}(...)`);
    if (part.kind === "symbol") {
      const { name } = part;
      const isQuantity = Object.hasOwn(SYMBOLS, name) || quantities.has(name);
      if (!Object.hasOwn(DOMAIN, name) && isQuantity) throw refuse(part.at, `the quantity ${name}`);
      return valueOf(name) ?? variable(name);
    }
    const { operator } = part;
    const left = walk(part.left);
    if (operator === "^") return power(left, part.right);
    const right = walk(part.right);
    if (operator === "+") return plus(left, right);
    if (operator === "-") return minus(left, right);
    const factor = operator === "*" ? right : inverse(right, part.right.at);
    return short(reduced(times(left, factor)), part.at);
  };
  return reduced(walk(tree));
}
