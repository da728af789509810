import type { Fraction } from "../../algebra/mathjs.ts";
import { denominatorOf, factorsOf, withoutFactor } from "./monomial.ts";
import { constant, isQuotient, minus, type Polynomial, plus, quotientOf, times, variable, ZERO } from "./polynomial.ts";

/** The last of the terms in an order that products keep: by how often the first variable occurs, then the second, and so on. */
function leading(a: Polynomial, names: readonly string[]): [string, Fraction] {
  const often = ([monomial]: [string, Fraction], name: string) =>
    factorsOf(monomial).filter((one) => one === name).length;
  const later = (one: [string, Fraction], other: [string, Fraction]) => {
    const name = names.find((each) => often(one, each) !== often(other, each));
    return name !== undefined && often(one, name) > often(other, name);
  };
  return [...a].reduce((best, term) => (later(term, best) ? term : best));
}

/**
 * A polynomial divided by another one, where nothing is left over.
 *
 * @param a without reciprocals
 * @param b without reciprocals, not 0
 * @returns the polynomial c with a = b c; undefined where there is none
 * Source: standard; Cox, Little, O'Shea, Ideals, Varieties, and Algorithms, chapter 2: a leading term of b divides that of every multiple of b.
 */
export function divided(a: Polynomial, b: Polynomial): Polynomial | undefined {
  const names = [...new Set([...a.keys(), ...b.keys()].flatMap(factorsOf))].sort();
  const [divisor, coefficient] = leading(b, names);
  let [rest, quotient]: Polynomial[] = [a, ZERO] as [Polynomial, Polynomial];
  while (rest.size > 0) {
    const [monomial, value] = leading(rest, names);
    const left = factorsOf(divisor).reduce(
      (sum: string | undefined, factor) => (sum === undefined ? undefined : withoutFactor(sum, factor)),
      monomial,
    );
    if (left === undefined) return undefined;
    const term: Polynomial = new Map([[left, value.div(coefficient)]]);
    quotient = plus(quotient, term);
    rest = minus(rest, times(term, b));
  }
  return quotient;
}

/**
 * A polynomial without reciprocals that cancel.
 *
 * @param a any
 * @returns an equal one; of (q^2 - 4)/(q - 2), q + 2
 * Source: ours.
 */
export function reduced(a: Polynomial): Polynomial {
  if (!isQuotient(a)) return a;
  const { over, factors } = quotientOf(a);
  let [upper, lower] = [over, constant(1)] as [Polynomial, Polynomial];
  for (const factor of factors) {
    const less = divided(upper, denominatorOf(factor));
    if (less) upper = less;
    else lower = times(lower, variable(factor));
  }
  return times(upper, lower);
}
