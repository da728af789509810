import type { Polynomial } from "../order/polynomial.ts";
import type { Bound } from "./bound.ts";
import { type Form, formText, fractionOf, raised } from "./form.ts";

/** A product of powers, and what is said of it. */
export interface Row {
  readonly form: Form;
  readonly bound: Bound;
  readonly why: Why;
}

/** Where it comes from. */
export type Why =
  /** A hypothesis, by its place. */
  | { readonly kind: "given"; readonly place: number }
  /** That a part of the claim fails. */
  | { readonly kind: "claim"; readonly part: Pick<Row, "form" | "bound"> }
  /** What is known of n, log n and constants, and of logs. */
  | { readonly kind: "fact" }
  /** Another to a power that is not negative wherever the exponents may lie. */
  | { readonly kind: "power"; readonly of: Row; readonly exponent: Polynomial };

const LETTERS: Readonly<Record<Exclude<Bound, "<" | "<=" | "poly" | "beyond">, string>> = {
  "o~": "omega~",
  o: "omega",
  O: "Omega",
  "O~": "Omega~",
};

/**
 * What is said of a product of powers, as people write it.
 *
 * @param form the product
 * @param bound what is said of it
 * @returns such as "s = O(sqrt(d)/n^2)": names above the bar stand on the left
 */
export function rowText({ form, bound }: Pick<Row, "form" | "bound">): string {
  const { above, under } = fractionOf(form);
  if (bound === "poly") return `${formText(form)} <= n^O(1)`;
  if (bound === "beyond") return `${formText(form)} <= n^-omega(1)`;
  if (bound === "<" || bound === "<=") {
    return above === "1" ? `${under} ${bound.replace("<", ">")} 1` : `${above} ${bound} ${under}`;
  }
  return above === "1" && under !== "1" ? `${under} = ${LETTERS[bound]}(1)` : `${above} = ${bound}(${under})`;
}

/** The same for the same product and bound, wherever they come from. */
export const rowKey = ({ form, bound }: Pick<Row, "form" | "bound">): string =>
  [bound, ...[...form].map((entry) => formText(new Map([entry]))).sort()].join(" ");

/** A row to a power. */
export const powerOf = (of: Row, exponent: Polynomial, bound: Bound): Row => ({
  form: raised(of.form, exponent),
  bound,
  why: { kind: "power", of, exponent },
});
