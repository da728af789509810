import { formulaError } from "../../algebra/formulaError.ts";
import { Fraction } from "../../algebra/mathjs.ts";
import { DOMAIN } from "./domain.ts";
import type { Expression, Formula } from "./formula.ts";
import { constant, constantOf, minus, negative, type Polynomial, plus, times, variable } from "./polynomial.ts";

/** Of a polynomial; products of sums grow without end. */
const MOST_TERMS = 64;

/**
 * What stands in an exponent, as a polynomial.
 *
 * @param formula whose text an error shows
 * @param tree the part of it that is an exponent: numbers, exponents of `DOMAIN`, + - *, and / by a number
 * @param valueOf the value of an exponent that has one
 * @returns a polynomial in the exponents without a value
 * @throws InputError where something else stands there
 * Source: ours.
 */
export function exponentOf(
  formula: Formula,
  tree: Expression,
  valueOf: (name: string) => Polynomial | undefined,
): Polynomial {
  const refuse = (at: number, what: string) => {
    const rule = `must have exponents made of numbers and of ${Object.keys(DOMAIN).join(", ")}, but has ${what}`;
    return formulaError(formula.text, at, rule, "an order is n^a (log n)^b with a and b constant in n; rewrite it");
  };
  const walk = (part: Expression): Polynomial => {
    if (part.kind === "number") return constant(part.value);
    if (part.kind === "negative") return negative(walk(part.of));
    if (part.kind === "call") throw refuse(part.at, `${part.name}(...)`);
    if (part.kind === "symbol") {
      if (!Object.hasOwn(DOMAIN, part.name)) throw refuse(part.at, `the quantity ${part.name}`);
      return valueOf(part.name) ?? variable(part.name);
    }
    const { operator } = part;
    if (operator === "^") throw refuse(part.at, "a power");
    const [left, right] = [walk(part.left), walk(part.right)];
    if (operator === "+") return plus(left, right);
    if (operator === "-") return minus(left, right);
    if (operator === "*") {
      const product = times(left, right);
      if (product.size > MOST_TERMS) throw refuse(part.at, `more than ${MOST_TERMS} terms`);
      return product;
    }
    const divisor = constantOf(right);
    if (divisor === undefined) throw refuse(part.right.at, "a division by an exponent");
    if (divisor.compare(0) === 0) throw refuse(part.right.at, "a division by zero");
    return times(left, constant(new Fraction(1).div(divisor)));
  };
  return walk(tree);
}
