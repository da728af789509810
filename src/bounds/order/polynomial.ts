import { Fraction } from "../../algebra/mathjs.ts";
import {
  denominatorOf,
  factorsOf,
  isReciprocal,
  monomialText,
  productOf,
  reciprocalFactor,
  withoutFactor,
} from "./monomial.ts";

/**
 * A polynomial in exponents such as D, q and beta with rational coefficients: from monomial ("D*q"; "" is 1) to coefficient, none 0. Factors may
 * be reciprocals, too, of what is positive over the whole domain: "/q" (`reciprocalFactor`).
 */
export type Polynomial = ReadonlyMap<string, Fraction>;

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
    [...a].flatMap(([left, x]) => [...b].map(([right, y]): [string, Fraction] => [productOf(left, right), x.mul(y)])),
  );

export const negative = (a: Polynomial): Polynomial =>
  new Map([...a].map(([monomial, coefficient]) => [monomial, coefficient.neg()]));
export const minus = (a: Polynomial, b: Polynomial): Polynomial => plus(a, negative(b));

/** The number that a polynomial is, or undefined where variables are left in it. */
export const constantOf = (a: Polynomial): Fraction | undefined =>
  a.size === 0 ? new Fraction(0) : a.size === 1 ? a.get("") : undefined;

/** The variables that occur, in reciprocals, too, sorted. */
export const variablesOf = (a: Polynomial): string[] => {
  const names = [...a.keys()]
    .flatMap(factorsOf)
    .flatMap((factor) => (isReciprocal(factor) ? variablesOf(denominatorOf(factor)) : [factor]));
  return [...new Set(names)].sort();
};

/** How often a variable is a factor of a monomial, at most. */
export const degreeIn = (a: Polynomial, name: string): number =>
  Math.max(0, ...[...a.keys()].map((monomial) => factorsOf(monomial).filter((factor) => factor === name).length));

/** Whether reciprocals occur. */
export const isQuotient = (a: Polynomial): boolean => [...a.keys()].some((monomial) => monomial.includes("/"));

/** A polynomial without reciprocals over a product of some that are positive over the whole domain. */
export interface Quotient {
  readonly over: Polynomial;
  readonly under: Polynomial;
  /** The factors of `under`, as reciprocals. */
  readonly factors: readonly string[];
}

/** A polynomial with its reciprocals on one denominator. */
export function quotientOf(a: Polynomial): Quotient {
  const factors: string[] = [];
  let [over, under] = [a, constant(1)];
  for (;;) {
    const found = [...over.keys()].flatMap(factorsOf).find(isReciprocal);
    if (found === undefined) return { over, under, factors };
    const denominator = denominatorOf(found);
    over = [...over].reduce((sum: Polynomial, [monomial, coefficient]) => {
      const rest = withoutFactor(monomial, found);
      const term: Polynomial = new Map([[rest ?? monomial, coefficient]]);
      return plus(sum, rest === undefined ? times(term, denominator) : term);
    }, ZERO);
    under = times(under, denominator);
    factors.push(found);
  }
}

/** A polynomial that is positive where `a` is, without reciprocals. */
export const cleared = (a: Polynomial): Polynomial => (isQuotient(a) ? quotientOf(a).over : a);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The greatest number by which a polynomial, not 0, can be divided so that all coefficients are integers. */
function contentOf(a: Polynomial): Fraction {
  const values = [...a.values()];
  const over = values.map(({ n }) => n).reduce(gcd);
  const under = values.map(({ d }) => d).reduce((x, y) => (x / gcd(x, y)) * y);
  return new Fraction(`${over}/${under}`);
}

/** 1/a of a polynomial that is positive over the whole domain. */
export function reciprocal(a: Polynomial): Polynomial {
  const { over, under } = quotientOf(a);
  const [one = "", ...others] = [...over.keys()];
  const shared = factorsOf(one).filter((name, k, all) => {
    const before = all.slice(0, k).filter((other) => other === name).length;
    return others.every((monomial) => factorsOf(monomial).filter((other) => other === name).length > before);
  });
  const outside: Polynomial = new Map([[shared.map((name) => `/${name}`).join("*"), new Fraction(1)]]);
  const inside = times(over, outside);
  const scale = new Fraction(1).div(contentOf(inside));
  const scaled = times(inside, constant(scale));
  const factor = constantOf(scaled) ? "" : reciprocalFactor(scaled);
  return times(times(under, outside), new Map([[factor, scale]]));
}

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
  [...a].reduce((sum: Polynomial, [monomial, coefficient]) => {
    const parts = factorsOf(monomial).map((factor) =>
      isReciprocal(factor)
        ? reciprocal(substitute(denominatorOf(factor), values))
        : Object.hasOwn(values, factor)
          ? (values[factor] as Polynomial)
          : variable(factor),
    );
    return plus(sum, parts.reduce(times, constant(coefficient)));
  }, ZERO);

/** Terms without reciprocals: "1/4 D q - 1/2 D". */
function sumText(a: Polynomial): string {
  const terms = [...a].sort(([left], [right]) => (left < right ? -1 : 1)).reverse();
  terms.sort(([left], [right]) => factorsOf(right).length - factorsOf(left).length);
  if (terms.length === 0) return "0";
  return terms
    .map(([monomial, coefficient], k) => {
      const sign = signOf(coefficient) < 0 ? (k === 0 ? "-" : " - ") : k === 0 ? "" : " + ";
      const [size, names] = [coefficient.abs(), monomialText(monomial)];
      if (names === "") return `${sign}${size.toFraction()}`;
      return `${sign}${size.compare(1) === 0 ? names : `${size.toFraction()} ${names}`}`;
    })
    .join("");
}

/** A polynomial as people write it: "1/4 D q - 1/2 D", "(q - 1)/(q - 2)". */
export function toText(a: Polynomial): string {
  if (!isQuotient(a)) return sumText(a);
  const { over, under } = quotientOf(a);
  const scale = constant(new Fraction(`${contentOf(over).d}`));
  const [upper, lower] = [over, under].map((side) => sumText(times(side, scale))) as [string, string];
  return `${over.size > 1 ? `(${upper})` : upper}/${/^\w+$/.test(lower) ? lower : `(${lower})`}`;
}
