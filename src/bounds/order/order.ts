import { reduced } from "./division.ts";
import { signOn } from "./domain.ts";
import { constant, constantOf, minus, negative, type Polynomial, plus, times, toText, ZERO } from "./polynomial.ts";

/** n^a (log n)^b with a and b polynomials in exponents, or the largest or smallest of several such, or the order of the number 0. */
export type Order =
  | { readonly kind: "zero" }
  | Monomial
  | { readonly kind: "max" | "min"; readonly of: readonly Order[] };

export interface Monomial {
  readonly kind: "monomial";
  readonly n: Polynomial;
  readonly log: Polynomial;
}

export const monomial = (n: Polynomial, log: Polynomial): Monomial => ({ kind: "monomial", n, log });
export const ONE: Monomial = monomial(ZERO, ZERO);
export const NOTHING: Order = { kind: "zero" };

/** Whether a is at most b over the whole domain, for certain. */
function surelyAtMost(a: Monomial, b: Monomial): boolean {
  const sign = signOn(minus(b.n, a.n));
  if (sign !== "zero" && sign !== "non-negative") return sign === "positive";
  return ["zero", "positive", "non-negative"].includes(signOn(minus(b.log, a.log)));
}

/** Whether a is of smaller order than b over the whole domain, for certain. */
export function surelyLess(a: Order, b: Order): boolean {
  if (a.kind !== "monomial" || b.kind !== "monomial") return a.kind === "zero" && b.kind !== "zero";
  const sign = signOn(minus(b.n, a.n));
  if (sign === "positive") return true;
  return (sign === "zero" || sign === "non-negative") && signOn(minus(b.log, a.log)) === "positive";
}

/** The largest ("max": the order of a sum, too) or the smallest of orders; what is certainly not it is dropped. */
export function extreme(kind: "max" | "min", orders: readonly Order[]): Order {
  const flat = orders.flatMap((order) => (order.kind === kind ? order.of : [order]));
  if (kind === "min" && flat.some((order) => order.kind === "zero")) return NOTHING;
  const left: Order[] = [];
  for (const order of flat) {
    if (order.kind === "zero") continue;
    const dropped = (loser: Order, winner: Order) =>
      loser.kind === "monomial" &&
      winner.kind === "monomial" &&
      (kind === "max" ? surelyAtMost(loser, winner) : surelyAtMost(winner, loser));
    if (left.some((other) => dropped(order, other))) continue;
    left.splice(0, left.length, ...left.filter((other) => !dropped(other, order)), order);
  }
  if (left.length === 0) return NOTHING;
  return left.length === 1 ? (left[0] as Order) : { kind, of: left };
}

/** The order of a product. */
export function multiply(a: Order, b: Order): Order {
  if (a.kind === "zero" || b.kind === "zero") return NOTHING;
  if (a.kind !== "monomial")
    return extreme(
      a.kind,
      a.of.map((order) => multiply(order, b)),
    );
  if (b.kind !== "monomial") return multiply(b, a);
  return monomial(reduced(plus(a.n, b.n)), reduced(plus(a.log, b.log)));
}

/**
 * The order of a power.
 *
 * @param a any order but that of 0
 * @param exponent its sign over the domain decides whether max becomes min
 * @returns the order, or undefined where the sign is needed and not certain
 */
export function raise(a: Exclude<Order, { kind: "zero" }>, exponent: Polynomial): Order | undefined {
  if (a.kind === "monomial") return monomial(reduced(times(a.n, exponent)), reduced(times(a.log, exponent)));
  const sign = signOn(exponent);
  if (sign === "any") return undefined;
  if (sign === "zero") return ONE;
  const raised = a.of.map((order) => raise(order as typeof a, exponent));
  if (raised.includes(undefined)) return undefined;
  const rises = sign === "positive" || sign === "non-negative";
  return extreme(rises === (a.kind === "max") ? "max" : "min", raised as Order[]);
}

/** The order of 1/a; not for that of 0. */
export const inverse = (a: Exclude<Order, { kind: "zero" }>): Order => raise(a, negative(constant(1))) as Order;

const powerText = (base: string, exponent: Polynomial) => {
  const number = constantOf(exponent);
  if (number?.compare(0) === 0) return "";
  if (number?.compare(1) === 0) return base;
  const text = toText(exponent);
  return `${base}^${/^\d+$/.test(text) ? text : `(${text})`}`;
};

/**
 * An order as text.
 *
 * @param order any
 * @returns such as "n^(1/2 D - 2) (log n)^(-1)", "1", "0" or "max(n, log n)"
 */
export function orderText(order: Order): string {
  if (order.kind === "zero") return "0";
  if (order.kind !== "monomial") return `${order.kind}(${order.of.map(orderText).join(", ")})`;
  const log = powerText("(log n)", order.log).replace(/^\(log n\)$/, "log n");
  return [powerText("n", order.n), log].filter((text) => text !== "").join(" ") || "1";
}

/**
 * An order as LaTeX.
 *
 * @param order any
 * @returns math without dollar signs, such as "n^{\frac{1}{2} D - 2} (\log n)^{-1}"
 */
export function orderLatex(order: Order): string {
  return orderText(order)
    .replaceAll(/\^\(([^()]*)\)/g, "^{$1}")
    .replaceAll(/\^(\d{2,})/g, "^{$1}")
    .replaceAll(/(\d+)\/(\d+)/g, "\\frac{$1}{$2}")
    .replaceAll("beta", "\\beta")
    .replaceAll("log n", "\\log n")
    .replaceAll(/\b(max|min)\(/g, "\\$1(");
}
