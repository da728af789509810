import { Fraction } from "../../../src/algebra/mathjs.ts";
import { type Expression, parseFormula } from "../../../src/bounds/order/formula.ts";
import {
  constant,
  constantOf,
  minus,
  negative,
  type Polynomial,
  plus,
  signOf,
  times,
  variable,
} from "../../../src/bounds/order/polynomial.ts";
import type { Finding } from "../../claim.ts";

/** The product of `count` equal factors. */
const powerOf = (base: Polynomial, count: number): Polynomial =>
  Array.from({ length: count }, () => base).reduce(times, constant(1));

function walk(tree: Expression): Polynomial {
  if (tree.kind === "number") return constant(tree.value);
  if (tree.kind === "symbol") return variable(tree.name);
  if (tree.kind === "negative") return negative(walk(tree.of));
  if (tree.kind === "call") throw new Error(`a polynomial calls nothing, but ${tree.name}`);
  const [left, right] = [walk(tree.left), walk(tree.right)];
  if (tree.operator === "+") return plus(left, right);
  if (tree.operator === "-") return minus(left, right);
  if (tree.operator === "*") return times(left, right);
  const number = constantOf(right);
  if (number === undefined) throw new Error(`a polynomial has only numbers after ${tree.operator}`);
  if (tree.operator === "/") return times(left, constant(new Fraction(1).div(number)));
  const exponent = Number(number);
  if (!Number.isInteger(exponent) || exponent < 0) throw new Error(`a polynomial has no power ${exponent}`);
  return powerOf(left, exponent);
}

/**
 * A formula as a polynomial in its names, exactly.
 *
 * @param text names, numbers, + - *, / by a number, ^ with an integer >= 0; a product may be written without its sign
 * @returns the polynomial
 * @throws Error, InputError for what is none
 * Source: ours, on the parser of the order algebra.
 * @example
 * polynomialOf("(a + b)^2").size // => 3
 */
export const polynomialOf = (text: string): Polynomial =>
  walk(parseFormula(text, new Set(text.match(/[A-Za-z]\w*/g))).tree);

/** Whether two formulas are the same polynomial: then they are equal wherever their names are numbers. */
export const identical = (left: string, right: string): boolean =>
  minus(polynomialOf(left), polynomialOf(right)).size === 0;

/** Whether a formula is > 0 wherever its names are: it is a sum of monomials with factors > 0. */
export function positive(text: string): boolean {
  const terms = [...polynomialOf(text).values()];
  return terms.length > 0 && terms.every((coefficient) => signOf(coefficient) > 0);
}

/** A step of a proof, carried out. */
export interface Step {
  readonly says: string;
  readonly true: boolean;
}

/**
 * A proof by its steps.
 *
 * @param steps in order; one that is not true ends the argument
 * @param conclusion what they show together
 * @param otherwise what a false step means: that the claim is false, or, unless given, that this argument does not decide it
 * @returns the finding
 * Source: ours.
 * @example
 * argue([{ says: "1 = 1", true: true }], "so be it").reason // => "so be it, by 1 step: 1 = 1"
 */
export function argue(
  steps: readonly Step[],
  conclusion: string,
  otherwise: "contradicted" | "inconclusive" = "inconclusive",
): Finding {
  const failed = steps.find((step) => !step.true);
  if (failed) return { verdict: otherwise, reason: `this is not so: ${failed.says}` };
  const said = steps.map(({ says }) => says).join("; ");
  return {
    verdict: "holds",
    reason: `${conclusion}, by ${steps.length} step${steps.length === 1 ? "" : "s"}: ${said}`,
  };
}
