import { signOn } from "../order/domain.ts";
import { constant, type Polynomial } from "../order/polynomial.ts";
import { type Form, formText, product, raised } from "./form.ts";

/** A product of powers, or the largest or smallest of several. */
export type Extremes =
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "max" | "min"; readonly of: readonly Extremes[] };

export const only = (form: Form): Extremes => ({ kind: "form", form });

/** How many products it is made of. */
export const breadth = (a: Extremes): number =>
  a.kind === "form" ? 1 : a.of.reduce((sum, part) => sum + breadth(part), 0);

/** The largest or smallest of several, flat; the same is there once. */
export function extreme(kind: "max" | "min", parts: readonly Extremes[]): Extremes {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const once = [...new Map(flat.map((part) => [extremesText(part), part])).values()];
  return once.length === 1 ? (once[0] as Extremes) : { kind, of: once };
}

const mapped = (a: Extremes, by: (form: Form) => Form): Extremes =>
  a.kind === "form" ? only(by(a.form)) : { kind: a.kind, of: a.of.map((part) => mapped(part, by)) };

/** The product; all factors are positive, so that it passes through max and min. */
export function times(a: Extremes, b: Extremes): Extremes {
  if (b.kind === "form") return mapped(a, (form) => product(form, b.form));
  if (a.kind === "form") return times(b, a);
  return extreme(
    a.kind,
    a.of.map((part) => times(part, b)),
  );
}

/** The power; undefined where it is of a max or min and its sign is not certain. */
export function power(a: Extremes, exponent: Polynomial): Extremes | undefined {
  if (a.kind === "form") return only(raised(a.form, exponent));
  const sign = signOn(exponent);
  if (sign === "any") return undefined;
  const rises = sign === "positive" || sign === "non-negative" || sign === "zero";
  const kind = rises ? a.kind : a.kind === "max" ? "min" : "max";
  return extreme(
    kind,
    a.of.map((part) => power(part, exponent) as Extremes),
  );
}

export const inverse = (a: Extremes): Extremes => power(a, constant(-1)) as Extremes;

/** As text that can be read again. */
export const extremesText = (a: Extremes): string =>
  a.kind === "form" ? formText(a.form) : `${a.kind}(${a.of.map(extremesText).join(", ")})`;
