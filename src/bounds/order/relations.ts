import type { Constraint } from "./constraint.ts";
import { type Monomial, ONE, type Order } from "./order.ts";
import { constantOf, minus, type Polynomial } from "./polynomial.ts";
import { both, certainty, EVERYWHERE, either, NOWHERE, type Region } from "./region.ts";

/** What is sure without the domain is not said. */
const where = (left: Polynomial, relation: Constraint["relation"]): Region => {
  if (constantOf(left) === undefined) return [[{ left, relation }]];
  return certainty({ left, relation }) ? EVERYWHERE : NOWHERE;
};

type Compare = (a: Monomial, b: Monomial) => Region;

/** Where a < b (or <=) in the order of exponents: that of n first, that of log n where those are equal. */
const lexicographic =
  (relation: ">" | ">="): Compare =>
  (a, b) => {
    const gap = minus(b.n, a.n);
    const logs: Constraint = { left: minus(b.log, a.log), relation };
    const decided = certainty(logs);
    if (decided !== undefined) return where(gap, decided ? ">=" : ">");
    return either(where(gap, ">"), both(where(gap, "="), [[logs]]));
  };

/** The same where powers of log n do not count. */
const polynomially =
  (relation: ">" | ">="): Compare =>
  (a, b) =>
    where(minus(b.n, a.n), relation);

/** From monomials to all orders: a max is below when all of it is, a min when one of it is. */
function below(a: Order, b: Order, strict: boolean, compare: Compare): Region {
  if (a.kind === "zero") return strict && b.kind === "zero" ? NOWHERE : EVERYWHERE;
  if (b.kind === "zero") return NOWHERE;
  if (a.kind !== "monomial") {
    const parts = a.of.map((part) => below(part, b, strict, compare));
    return a.kind === "max" ? both(...parts) : either(...parts);
  }
  if (b.kind !== "monomial") {
    const parts = b.of.map((part) => below(a, part, strict, compare));
    return b.kind === "max" ? either(...parts) : both(...parts);
  }
  return compare(a, b);
}

/** Where two monomials are the same: exponent by exponent. */
const sameMonomial: Compare = (a, b) => both(where(minus(b.n, a.n), "="), where(minus(b.log, a.log), "="));

const sameUpToLog: Compare = (a, b) => where(minus(b.n, a.n), "=");

/** Where two orders are the same: one term of a max, which all others stay below, is what the other side is. So there are far fewer cases than in "at most, and at least". */
function equal(a: Order, b: Order, same: Compare, compare: Compare): Region {
  if (a.kind === "zero" || b.kind === "zero") return a.kind === b.kind ? EVERYWHERE : NOWHERE;
  if (a.kind !== "monomial") {
    const beyond = (part: Order, other: Order) =>
      a.kind === "max" ? below(other, part, false, compare) : below(part, other, false, compare);
    return either(
      ...a.of.map((part) =>
        both(
          equal(part, b, same, compare),
          ...a.of.filter((other) => other !== part).map((other) => beyond(part, other)),
        ),
      ),
    );
  }
  return b.kind === "monomial" ? same(a, b) : equal(b, a, same, compare);
}

const less = (a: Order, b: Order) => below(a, b, true, lexicographic(">"));
const atMost = (a: Order, b: Order) => below(a, b, false, lexicographic(">="));
const polynomiallyLess = (a: Order, b: Order) => below(a, b, true, polynomially(">"));
const polynomiallyAtMost = (a: Order, b: Order) => below(a, b, false, polynomially(">="));
const alike = (a: Order, b: Order) => equal(a, b, sameMonomial, lexicographic(">="));
const polynomiallyAlike = (a: Order, b: Order) => equal(a, b, sameUpToLog, polynomially(">="));

/** left = relation(right). */
export interface Relation {
  readonly name: string;
  /** How it is written: "left = name(right)", "left name right", or "left = name(n)", which says of left that it is one of a class. */
  readonly form: "letter" | "infix" | "class";
  readonly latex: string;
  /** On which side of a constant left/right must stay at one n; "around" of two. */
  readonly side: "below" | "above" | "around";
  /** Whether it excludes the constant itself. */
  readonly strict: boolean;
  /** The exponents for which it is true as n grows. */
  readonly region: (left: Order, right: Order) => Region;
}

/**
 * Every relation of the papers. f = o(g): f has the smaller exponents, lexicographically; O: no larger ones; omega, Omega: the other way round;
 * Theta: both; with a tilde powers of log n are forgotten, so that f = o~(g) says that a power of n lies between them (beyond n^a (log n)^b: more than all powers of log n). f = polylog(n) is
 * f = Theta~(1), as the papers use it; f = poly(n) says that f grows, and lies between two powers of n.
 */
export const RELATIONS: readonly Relation[] = [
  { name: "o", form: "letter", latex: "o", side: "below", strict: true, region: less },
  { name: "O", form: "letter", latex: "O", side: "below", strict: false, region: atMost },
  {
    name: "Theta",
    form: "letter",
    latex: "\\Theta",
    side: "around",
    strict: false,
    region: alike,
  },
  { name: "Omega", form: "letter", latex: "\\Omega", side: "above", strict: false, region: (f, g) => atMost(g, f) },
  { name: "omega", form: "letter", latex: "\\omega", side: "above", strict: true, region: (f, g) => less(g, f) },
  { name: "o~", form: "letter", latex: "\\tilde{o}", side: "below", strict: true, region: polynomiallyLess },
  { name: "O~", form: "letter", latex: "\\tilde{O}", side: "below", strict: false, region: polynomiallyAtMost },
  {
    name: "Theta~",
    form: "letter",
    latex: "\\tilde{\\Theta}",
    side: "around",
    strict: false,
    region: polynomiallyAlike,
  },
  {
    name: "Omega~",
    form: "letter",
    latex: "\\tilde{\\Omega}",
    side: "above",
    strict: false,
    region: (f, g) => polynomiallyAtMost(g, f),
  },
  // Whatever the constants, from some n on, which tells no <= from <.
  { name: "<", form: "infix", latex: "<", side: "below", strict: true, region: less },
  {
    name: "omega~",
    form: "letter",
    latex: "\\tilde{\\omega}",
    side: "above",
    strict: true,
    region: (f, g) => polynomiallyLess(g, f),
  },
  { name: "<=", form: "infix", latex: "\\le", side: "below", strict: false, region: less },
  { name: ">=", form: "infix", latex: "\\ge", side: "above", strict: false, region: (f, g) => less(g, f) },
  { name: ">", form: "infix", latex: ">", side: "above", strict: true, region: (f, g) => less(g, f) },
  {
    name: "polylog",
    form: "class",
    latex: "\\mathrm{polylog}",
    side: "around",
    strict: false,
    region: (f) => polynomiallyAlike(f, ONE),
  },
  {
    name: "poly",
    form: "class",
    latex: "\\mathrm{poly}",
    side: "above",
    strict: true,
    region: (f) => polynomiallyLess(ONE, f),
  },
];
