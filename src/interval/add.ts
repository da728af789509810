import { sumDown, sumUp } from "./directed.ts";
import { EMPTY, type Interval } from "./interval.ts";
import { isEmpty } from "./sets.ts";

/**
 * The negatives of an interval.
 *
 * -x = [-x.hi, -x.lo]
 *
 * @param x an interval
 * @returns {-a : a in x}, exact
 * Source: IEEE 1788-2015, table 9.1.
 * @example
 * neg({ lo: 0, hi: 2 }) // => { lo: -2, hi: 0 }
 */
export const neg = (x: Interval): Interval => ({ lo: 0 - x.hi, hi: 0 - x.lo });

/**
 * The sums of two intervals.
 *
 * x + y = [x.lo + y.lo, x.hi + y.hi]
 *
 * @param x an interval
 * @param y an interval
 * @returns the least interval of doubles around {a + b : a in x, b in y}
 * Source: IEEE 1788-2015, table 9.1; the rounding in directed.ts.
 * @example
 * add({ lo: 1, hi: 2 }, { lo: 0.5, hi: Infinity }) // => { lo: 1.5, hi: Infinity }
 */
export function add(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return EMPTY;
  return { lo: sumDown(x.lo, y.lo), hi: sumUp(x.hi, y.hi) };
}

/**
 * The differences of two intervals.
 *
 * x - y = x + (-y)
 *
 * @param x an interval
 * @param y an interval
 * @returns the least interval of doubles around {a - b : a in x, b in y}
 * Source: IEEE 1788-2015, table 9.1; the rounding in directed.ts.
 * @example
 * sub({ lo: 1, hi: 2 }, { lo: 1, hi: 2 }) // => { lo: -1, hi: 1 }
 */
export const sub = (x: Interval, y: Interval): Interval => add(x, neg(y));
