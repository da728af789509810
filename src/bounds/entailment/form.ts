import type { Fraction } from "../../algebra/mathjs.ts";
import { constant, constantOf, negative, type Polynomial, plus, signOf, times, toText } from "../order/polynomial.ts";

/** A product of powers: bases are names, log(...) and integers from 2 on; exponents are rational, or polynomials in exponents such as q. None is 0. */
export type Form = ReadonlyMap<string, Polynomial>;

export const UNIT: Form = new Map();

/** log n, as a base. */
export const LOG_N = "log(n)";

export const isNumber = (base: string): boolean => /^\d+$/.test(base);

/** A name, a log or an integer as a product of one power. */
export const formOf = (base: string, exponent: Polynomial = constant(1)): Form =>
  exponent.size === 0 || base === "1" ? UNIT : new Map([[base, exponent]]);

/** A rational > 0 as a product of integers. */
export const formOfNumber = (value: Fraction): Form =>
  product(formOf(value.n.toString()), formOf(value.d.toString(), constant(-1)));

/** The product of several. */
export function product(...forms: readonly Form[]): Form {
  const result = new Map<string, Polynomial>();
  for (const [base, exponent] of forms.flatMap((form) => [...form])) {
    const sum = plus(result.get(base) ?? new Map(), exponent);
    if (sum.size === 0) result.delete(base);
    else result.set(base, sum);
  }
  return result;
}

/** The power of a product. */
export const raised = (form: Form, exponent: Polynomial): Form =>
  exponent.size === 0 ? UNIT : new Map([...form].map(([base, own]) => [base, times(own, exponent)]));

export const reciprocal = (form: Form): Form => raised(form, constant(-1));

/** The part of a product over some of its bases. */
export const partOf = (form: Form, belongs: (base: string) => boolean): Form =>
  new Map([...form].filter(([base]) => belongs(base)));

/** Whether an exponent stands in a denominator. */
const below = (exponent: Polynomial): boolean => {
  const number = constantOf(exponent);
  return number !== undefined && signOf(number) < 0;
};

function powerText(base: string, exponent: Polynomial): string {
  const number = constantOf(exponent);
  if (number?.compare(1) === 0) return base;
  if (number?.compare("1/2") === 0) return `sqrt(${base})`;
  const text = toText(exponent);
  return `${base}^${/^\w$/.test(text) ? text : `(${text})`}`;
}

const factorsText = (form: Form): string =>
  [...form]
    .sort(([a], [b]) => Number(isNumber(b)) - Number(isNumber(a)))
    .map(([base, exponent]) => powerText(base, exponent))
    .join("*") || "1";

/** What stands above the bar of a product, and what below. */
export const fractionOf = (form: Form): { readonly above: string; readonly under: string } => ({
  above: factorsText(new Map([...form].filter(([, exponent]) => !below(exponent)))),
  under: factorsText(
    new Map([...form].filter(([, exponent]) => below(exponent)).map(([base, own]) => [base, negative(own)])),
  ),
});

/**
 * A product of powers as text that can be read again.
 *
 * @param form any
 * @returns such as "s*n^2/sqrt(d)"
 */
export function formText(form: Form): string {
  const { above, under } = fractionOf(form);
  if (under === "1") return above;
  return `${above}/${under.includes("*") ? `(${under})` : under}`;
}
