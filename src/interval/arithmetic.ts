import type { Arithmetic } from "../numeric/arithmetic.ts";
import { add, neg, sub } from "./add.ts";
import { div } from "./div.ts";
import { type Interval, point } from "./interval.ts";
import { max, min } from "./minMax.ts";
import { mul } from "./mul.ts";
import { pown } from "./pown.ts";
import { convexHull, isMember } from "./sets.ts";
import { sqrt } from "./sqrt.ts";

/**
 * The sizes of an interval's numbers.
 *
 * |x| = x, -x, or [0, max(-x.lo, x.hi)]
 *
 * @param x an interval
 * @returns {|a| : a in x}, exact
 * Source: IEEE 1788-2015, table 9.1.
 * @example
 * abs({ lo: -3, hi: 2 }) // => { lo: 0, hi: 3 }
 */
export function abs(x: Interval): Interval {
  if (x.lo >= 0) return x;
  return x.hi <= 0 ? neg(x) : { lo: 0, hi: Math.max(-x.lo, x.hi) };
}

/**
 * The signs of an interval's numbers.
 *
 * sgn(x) = [sgn(x.lo), sgn(x.hi)]
 *
 * @param x a nonempty interval
 * @returns the least interval around {sgn(a) : a in x}
 * Source: IEEE 1788-2015, table 9.1.
 * @example
 * sign({ lo: -3, hi: 0 }) // => { lo: -1, hi: 0 }
 */
export const sign = (x: Interval): Interval => ({ lo: Math.sign(x.lo), hi: Math.sign(x.hi) });

const ZERO = point(0);

/**
 * The intervals: every operation holds all real results.
 *
 * Source: the files beside this one.
 * @example
 * INTERVALS.ratio({ lo: 1, hi: 2 }, { lo: 0, hi: 4 }) // => { lo: 0, hi: Infinity }
 */
export const INTERVALS: Arithmetic<Interval> = {
  ...{ number: point, add, sub, mul, div, min, max, neg, abs, sign, sqrt },
  ratio: (x, y) => (isMember(0, y) ? convexHull(div(x, y), ZERO) : div(x, y)),
  square: (x) => pown(x, 2),
  power: pown,
};
