import { Decimal } from "decimal.js";
import { nextDown, nextUp } from "../numeric/nextUp.ts";
import type { Enclosures } from "./enclosures.ts";
import { exactDecimal } from "./exactDecimal.ts";
import { powerBy } from "./powerBy.ts";

/** All real numbers between two decimals, which may be infinite. */
export interface DecimalInterval {
  readonly lo: Decimal;
  readonly hi: Decimal;
}

/** More digits than are kept that an exponential is computed with, and of these how many are believed beyond those kept. */
const GUARD = 10;
const BELIEVED = 5;

/** Beyond 10^(9e15) decimal.js has Infinity, and 0 below 10^(-9e15), whatever the rounding: e^(10^15) is far from both, and so is its square. */
const EXP_RANGE = 1e15;

/**
 * Intervals of decimals with so many digits, each end rounded outward.
 *
 *   [x] op [y] = [op rounded down, op rounded up] over the corners that bound it
 *
 * decimal.js divides and multiplies with remainders that it knows exactly and adds without losing one, so that its directed rounding is that of the real
 * result. A root is not believed but squared: it moves on by a digit where its square lies on the wrong side. An exponential is computed with ten digits
 * more, rounded to nearest, and believed to five of them: the library promises all.
 *
 * @param digits that every end keeps, an integer >= 1
 * @returns the arithmetic; quotients by what holds 0 are all real numbers, `ratio` by 0 itself is 0
 * Source: decimal.js; Moore, Kearfott, Cloud, Introduction to Interval Analysis (2009), section 2.3.
 * @example
 * const { div, number } = decimalIntervals(5)
 * const { lo, hi } = div(number(1), number(3))
 * [lo.toString(), hi.toString()] // => ["0.33333", "0.33334"]
 */
export function decimalIntervals(digits: number): Enclosures<DecimalInterval> {
  const range = { minE: -9e15, maxE: 9e15 };
  const Down = Decimal.clone({ ...range, precision: digits, rounding: Decimal.ROUND_FLOOR });
  const Up = Decimal.clone({ ...range, precision: digits, rounding: Decimal.ROUND_CEIL });
  const Wide = Decimal.clone({ ...range, precision: digits + GUARD, rounding: Decimal.ROUND_HALF_EVEN });
  type Directed = typeof Down;

  const isBelow = (a: Decimal) => a.isNegative() && !a.isZero();
  const point = (x: number): DecimalInterval => ({ lo: new Down(x), hi: new Up(x) });
  const ZERO = point(0);
  const ALL: DecimalInterval = { lo: new Down(-Infinity), hi: new Up(Infinity) };
  const holdsZero = ({ lo, hi }: DecimalInterval) => !lo.gt(0) && !isBelow(hi);
  const isZero = ({ lo, hi }: DecimalInterval) => lo.isZero() && hi.isZero();

  /** 0 Infinity = 0, and a quotient by Infinity is 0: an infinite end stands for all numbers below it. */
  const times = (Directed: Directed, a: Decimal, b: Decimal): Decimal =>
    a.isZero() || b.isZero() ? new Directed(0) : new Directed(a).mul(b);
  const over = (Directed: Directed, a: Decimal, b: Decimal): Decimal =>
    a.isZero() || !b.isFinite() ? new Directed(0) : new Directed(a).div(b);
  type Operation = typeof times;

  /** Of an operation that is monotone in each argument: its least and largest value at the corners. */
  const corners = (operation: Operation, x: DecimalInterval, y: DecimalInterval): DecimalInterval => {
    const at = (Directed: Directed) => [
      ...[operation(Directed, x.lo, y.lo), operation(Directed, x.lo, y.hi)],
      ...[operation(Directed, x.hi, y.lo), operation(Directed, x.hi, y.hi)],
    ];
    return { lo: Down.min(...at(Down)), hi: Up.max(...at(Up)) };
  };

  const neg = ({ lo, hi }: DecimalInterval): DecimalInterval => ({ lo: new Down(hi).neg(), hi: new Up(lo).neg() });
  const add = (x: DecimalInterval, y: DecimalInterval): DecimalInterval => ({
    lo: x.lo.add(y.lo),
    hi: x.hi.add(y.hi),
  });
  const mul = (x: DecimalInterval, y: DecimalInterval): DecimalInterval =>
    // The usual case by its own two corners.
    isBelow(x.lo) || isBelow(y.lo) ? corners(times, x, y) : { lo: times(Down, x.lo, y.lo), hi: times(Up, x.hi, y.hi) };
  const div = (x: DecimalInterval, y: DecimalInterval): DecimalInterval => {
    if (holdsZero(y)) return ALL;
    return isBelow(x.lo) || isBelow(y.lo)
      ? corners(over, x, y)
      : { lo: over(Down, x.lo, y.hi), hi: over(Up, x.hi, y.lo) };
  };
  const abs = (x: DecimalInterval): DecimalInterval => {
    if (!isBelow(x.lo)) return x;
    const turned = neg(x);
    return isBelow(turned.lo) ? { lo: new Down(0), hi: Up.max(x.hi, turned.hi) } : turned;
  };
  const square = (x: DecimalInterval): DecimalInterval => {
    const size = abs(x);
    return mul(size, size);
  };
  const rootDown = (a: Decimal): Decimal => {
    if (!a.gt(0)) return new Down(0);
    const root = new Down(a).sqrt();
    const square = new Up(root).mul(root);
    return square.gt(a)
      ? root.mul(
          new Down(10)
            .pow(1 - digits)
            .neg()
            .add(1),
        )
      : root;
  };
  const rootUp = (a: Decimal): Decimal => {
    if (!a.gt(0)) return new Up(0);
    const root = new Up(a).sqrt();
    const square = new Down(root).mul(root);
    return square.lt(a) ? root.mul(new Up(10).pow(1 - digits).add(1)) : root;
  };

  const believed = new Wide(10).pow(-digits - BELIEVED);
  const expOf = (Directed: Directed, a: Decimal, error: Decimal): Decimal =>
    a.isZero() ? new Directed(1) : new Directed(new Wide(a).exp()).mul(error.add(1));

  const number = (x: number): DecimalInterval => {
    const exactly = exactDecimal(x);
    return {
      lo: new Down(exactly).toSignificantDigits(digits, Decimal.ROUND_FLOOR),
      hi: new Up(exactly).toSignificantDigits(digits, Decimal.ROUND_CEIL),
    };
  };
  const doubleBelow = (a: Decimal): number => {
    let x = Number(a.toString());
    while (x !== -Infinity && (x === Infinity || new Down(exactDecimal(x)).gt(a))) x = nextDown(x);
    return x;
  };
  const doubleAbove = (a: Decimal): number => {
    let x = Number(a.toString());
    while (x !== Infinity && (x === -Infinity || new Up(exactDecimal(x)).lt(a))) x = nextUp(x);
    return x;
  };

  return {
    ...{ number, add, mul, square, div, neg, abs, expRange: EXP_RANGE },
    power: powerBy({ square, mul, div, number }),
    sub: (x, y) => add(x, neg(y)),
    ratio: (x, y) => (isZero(y) ? ZERO : div(x, y)),
    min: (x, y) => ({ lo: Down.min(x.lo, y.lo), hi: Up.min(x.hi, y.hi) }),
    max: (x, y) => ({ lo: Down.max(x.lo, y.lo), hi: Up.max(x.hi, y.hi) }),
    sign: ({ lo, hi }) => ({
      lo: new Down(isBelow(lo) ? -1 : Number(lo.gt(0))),
      hi: new Up(hi.gt(0) ? 1 : -Number(isBelow(hi))),
    }),
    sqrt: ({ lo, hi }) => ({ lo: rootDown(lo), hi: rootUp(hi) }),
    exp: ({ lo, hi }) => ({ lo: expOf(Down, lo, believed.neg()), hi: expOf(Up, hi, believed) }),
    side({ lo, hi }) {
      if (lo.gt(0)) return 1;
      if (isBelow(hi)) return -1;
      return lo.isZero() && hi.isZero() ? 0 : undefined;
    },
    bounds: ({ lo, hi }) => ({ lo: doubleBelow(lo) + 0, hi: doubleAbove(hi) + 0 }),
  };
}
