import { type Constant, times, UNIT } from "./constants/constant.ts";
import { exponential, reciprocal } from "./constants/powers.ts";
import { signOfConstant } from "./constants/sign.ts";
import { negative, subtract } from "./series/arithmetic.ts";
import type { Basis } from "./series/basis.ts";
import { signOf } from "./series/functions.ts";
import { compareMonomials, type Leading, leadingOf, type Monomial, sizeOf } from "./series/leading.ts";
import { type Base, isNothing, type Series } from "./series/series.ts";
import { logOf, type Value } from "./value.ts";

/** -1: infinitely smaller, 0: of the same order, 1: infinitely larger. */
export type Comparison = -1 | 0 | 1;

/** What is known of a comparison: it may be all from least to most. */
export interface Range {
  readonly least: Comparison;
  readonly most: Comparison;
}

/** How |a| compares with |b| as n grows. */
export interface Compared {
  readonly orders: Range;
  /** The same where powers of log n do not count. */
  readonly beyondLogs: Range;
  /** What a/b tends to, where that is a number other than 0. */
  readonly limit?: Constant;
  /** Whether a/b is < 0 from some n on. */
  readonly opposed?: boolean;
}

const exactly = (comparison: Comparison): Range => ({ least: comparison, most: comparison });
const ANY: Range = { least: -1, most: 1 };

const isVague = ({ constant }: Leading) => signOfConstant(constant) === 0;

/** Of two leading terms whose monomials compare so; an unknown part is at most of the order that is said of it, or of less (o). */
function range(a: Leading, b: Leading, monomials: Comparison, strict: boolean): Range {
  const below = (leading: Leading) => (strict && leading.tail === "o" && monomials === 0 ? 1 : 0);
  if (isVague(a) && isVague(b)) return ANY;
  if (isVague(a)) return { least: -1, most: (monomials - below(a)) as Comparison };
  if (isVague(b)) return { least: (monomials + below(b)) as Comparison, most: 1 };
  return exactly(monomials);
}

function ofLeading(basis: Basis, a: Leading, b: Leading): Compared {
  const logarithm = (basis.logs[1] as Base).rank;
  const higher = (monomial: Monomial) => monomial.filter(({ base }) => base.rank > logarithm);
  const orders = compareMonomials(a.monomial, b.monomial);
  const limit = orders === 0 && !isVague(a) && !isVague(b) && times(a.constant, reciprocal(b.constant));
  const opposed = signOfConstant(a.constant) * signOfConstant(b.constant) < 0;
  return {
    opposed,
    orders: range(a, b, orders, true),
    beyondLogs: range(a, b, compareMonomials(higher(a.monomial), higher(b.monomial)), false),
    ...(limit && { limit }),
  };
}

/** The log of the size of a value. */
const logSize = (value: Value): Series =>
  value.kind !== "byLog" && signOf(value) < 0 ? logOf(negative(value)) : logOf(value);

/** Of log |a/b|: the same order where that is bounded; beyond logs where it is at most of the order of log log n. */
function ofLog(basis: Basis, leading: Leading | undefined): Compared {
  const past = (bound: Monomial): Range => {
    if (!leading || compareMonomials(leading.monomial, bound) <= 0) return exactly(0);
    return isVague(leading) ? ANY : exactly(signOfConstant(leading.constant));
  };
  const tends = !leading || sizeOf(leading.monomial) < 0 || (sizeOf(leading.monomial) === 0 && leading.tail !== "O");
  const limit = leading && sizeOf(leading.monomial) === 0 ? exponential(leading.constant) : UNIT;
  const logLog = basis.logs[2] as Base;
  return { orders: past([]), beyondLogs: past([{ base: logLog, exponent: UNIT }]), ...(tends && { limit }) };
}

/** Where at least one is 0: an unknown part may be, too. */
const beside0 = (a: Leading | undefined, b: Leading | undefined): Range => ({
  least: a && !isVague(a) ? 1 : b ? -1 : 0,
  most: b && !isVague(b) ? -1 : a ? 1 : 0,
});

/**
 * Compares the sizes of two values as n grows.
 *
 * @param basis of both
 * @param a any
 * @param b any
 * @returns what is known; 0 is infinitely smaller than all but 0
 * @throws Refusal where terms cancel so long that they may cancel exactly
 * Source: ours.
 */
export function compareValues(basis: Basis, a: Value, b: Value): Compared {
  if (a.kind !== "byLog" && b.kind !== "byLog") {
    const [left, right] = [leadingOf(a), leadingOf(b)];
    if (left && right) return ofLeading(basis, left, right);
    const orders = beside0(left, right);
    return { orders, beyondLogs: orders };
  }
  const zero = [a, b].map((value) => value.kind !== "byLog" && (isNothing(value) || leadingOf(value) === undefined));
  if (zero[0] || zero[1]) {
    const orders = exactly(zero[0] ? -1 : 1);
    return { orders, beyondLogs: orders };
  }
  return ofLog(basis, leadingOf(subtract(logSize(a), logSize(b))));
}
