import { Fraction } from "../../algebra/mathjs.ts";

/** Monomials and their coefficients. */
type Terms = ReadonlyMap<string, Fraction>;

/** "D*q" as D and q. */
export const factorsOf = (monomial: string): string[] => (monomial === "" ? [] : monomial.split("*"));

/** Whether a factor of a monomial is a reciprocal. */
export const isReciprocal = (factor: string): boolean => factor.startsWith("/");

/**
 * A polynomial's reciprocal as one factor of a monomial.
 *
 * @param terms a polynomial that is positive over the whole domain
 * @returns "/q" for a single exponent, else its terms in an order of their own: equal polynomials have equal factors
 * @example
 * reciprocalFactor(variable("q")) // => "/q"
 * reciprocalFactor(plus(variable("q"), constant(-2))) // => "/-2:;1:q"
 */
export function reciprocalFactor(terms: Terms): string {
  const [[monomial, coefficient] = ["", undefined]] = terms;
  if (terms.size === 1 && coefficient?.compare(1) === 0 && !monomial.includes("*")) return `/${monomial}`;
  const texts = [...terms].map(([name, value]) => `${value.toFraction()}:${name.replaceAll("*", ".")}`);
  return `/${texts.sort().join(";")}`;
}

/** The polynomial of which a factor is the reciprocal. */
export function denominatorOf(factor: string): Terms {
  const text = factor.slice(1);
  if (!text.includes(":")) return new Map([[text, new Fraction(1)]]);
  return new Map(
    text.split(";").map((term) => {
      const [value = "", name = ""] = term.split(":");
      return [name.replaceAll(".", "*"), new Fraction(value)];
    }),
  );
}

/** The product of two monomials; a factor and its reciprocal are 1. */
export function productOf(left: string, right: string): string {
  const factors = [...factorsOf(left), ...factorsOf(right)].sort();
  for (const reciprocal of factors.filter(isReciprocal)) {
    const place = factors.indexOf(reciprocal.slice(1));
    if (place < 0) continue;
    factors.splice(place, 1);
    factors.splice(factors.indexOf(reciprocal), 1);
  }
  return factors.join("*");
}

/** A monomial without one factor, once; undefined where it is none. */
export function withoutFactor(monomial: string, factor: string): string | undefined {
  const factors = factorsOf(monomial);
  const place = factors.indexOf(factor);
  return place < 0 ? undefined : factors.filter((_, k) => k !== place).join("*");
}

/** A monomial without reciprocals as people write it: "D q^2". */
export const monomialText = (monomial: string): string => {
  const names = factorsOf(monomial);
  return [...new Set(names)]
    .map((name) => {
      const times = names.filter((other) => other === name).length;
      return times === 1 ? name : `${name}^${times}`;
    })
    .join(" ");
};
