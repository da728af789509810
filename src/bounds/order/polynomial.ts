import { Fraction } from "../../algebra/mathjs.ts";

/** A polynomial in exponents such as D, q and beta with rational coefficients: from monomial ("D*q"; "" is 1) to coefficient, none 0. */
export type Polynomial = ReadonlyMap<string, Fraction>;

/** "D*q" as D and q. */
export const factorsOf = (monomial: string) => (monomial === "" ? [] : monomial.split("*"));

/** -1, 0 or 1. */
export const signOf = (value: Fraction): number => (value.n === 0n ? 0 : Number(value.s));

function collect(terms: Iterable<readonly [string, Fraction]>): Polynomial {
  const sum = new Map<string, Fraction>();
  for (const [monomial, coefficient] of terms) {
    const before = sum.get(monomial);
    const total = before === undefined ? coefficient : coefficient.add(before);
    if (signOf(total) === 0) sum.delete(monomial);
    else sum.set(monomial, total);
  }
  return sum;
}

/** A number as a polynomial. */
export const constant = (value: Fraction | number): Polynomial => collect([["", new Fraction(value)]]);
/** A variable as a polynomial. */
export const variable = (name: string): Polynomial => new Map([[name, new Fraction(1)]]);

export const ZERO = constant(0);

export const plus = (a: Polynomial, b: Polynomial): Polynomial => collect([...a, ...b]);

export const times = (a: Polynomial, b: Polynomial): Polynomial =>
  collect(
    [...a].flatMap(([left, x]) =>
      [...b].map(
        ([right, y]) => [[...factorsOf(left), ...factorsOf(right)].sort().join("*"), x.mul(y)] as [string, Fraction],
      ),
    ),
  );

export const negative = (a: Polynomial): Polynomial =>
  new Map([...a].map(([monomial, coefficient]) => [monomial, coefficient.neg()]));
export const minus = (a: Polynomial, b: Polynomial): Polynomial => plus(a, negative(b));

/** The number that a polynomial is, or undefined where variables are left in it. */
export const constantOf = (a: Polynomial): Fraction | undefined =>
  a.size === 0 ? new Fraction(0) : a.size === 1 ? a.get("") : undefined;

/** The variables that occur, sorted. */
export const variablesOf = (a: Polynomial): string[] => [...new Set([...a.keys()].flatMap(factorsOf))].sort();

/** How often a variable is a factor of a monomial, at most. */
export const degreeIn = (a: Polynomial, name: string): number =>
  Math.max(0, ...[...a.keys()].map((monomial) => factorsOf(monomial).filter((factor) => factor === name).length));

/**
 * A polynomial with other polynomials in place of some variables.
 *
 * @param a the polynomial
 * @param values by name; variables without an entry stay
 * @returns the polynomial in what is left
 * Source: ours.
 * @example
 * toText(substitute(times(variable("D"), variable("q")), { q: plus(variable("q"), constant(3)) })) // => "D q + 3 D"
 */
export const substitute = (a: Polynomial, values: Readonly<Record<string, Polynomial>>): Polynomial =>
  collect(
    [...a].flatMap(([monomial, coefficient]) => {
      const factors = factorsOf(monomial);
      const kept = factors.filter((factor) => values[factor] === undefined).join("*");
      const term: Polynomial = new Map([[kept, coefficient]]);
      const replaced = factors.map((factor) => values[factor]).filter((value) => value !== undefined);
      return [...replaced.reduce(times, term)];
    }),
  );

const termText = (monomial: string, coefficient: Fraction) => {
  const size = coefficient.abs();
  const names = factorsOf(monomial);
  const factors = [...new Set(names)]
    .map((name) => {
      const times = names.filter((other) => other === name).length;
      return times === 1 ? name : `${name}^${times}`;
    })
    .join(" ");
  return factors === "" ? size.toFraction() : size.compare(1) === 0 ? factors : `${size.toFraction()} ${factors}`;
};

/** A polynomial as people write it: "1/4 D q - 1/2 D". */
export function toText(a: Polynomial): string {
  const terms = [...a].sort(([left], [right]) => (left < right ? -1 : 1)).reverse();
  terms.sort(([left], [right]) => factorsOf(right).length - factorsOf(left).length);
  if (terms.length === 0) return "0";
  return terms
    .map(([monomial, coefficient], k) => {
      const sign = signOf(coefficient) < 0 ? (k === 0 ? "-" : " - ") : k === 0 ? "" : " + ";
      return `${sign}${termText(monomial, coefficient)}`;
    })
    .join("");
}
