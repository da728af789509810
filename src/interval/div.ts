import { cornerHull } from "./corners.ts";
import { quotientDown, quotientUp } from "./directed.ts";
import { EMPTY, ENTIRE, type Interval } from "./interval.ts";
import { isEmpty } from "./sets.ts";

/**
 * The quotients of two intervals, where they exist.
 *
 * x / y = hull of {a/b : a in x, b in y, b != 0}
 *
 * @param x an interval
 * @param y an interval
 * @returns the least interval of doubles around them: ENTIRE where y has 0 inside and x is not [0, 0], a half-line where 0 is an end
 *   of y and x lies on one side of 0, EMPTY for y = [0, 0]
 * Source: IEEE 1788-2015, table 9.1; the rounding in directed.ts.
 * @example
 * div({ lo: 1, hi: 2 }, { lo: 4, hi: 8 }) // => { lo: 0.125, hi: 0.5 }
 * div({ lo: 1, hi: 2 }, { lo: 0, hi: 4 }) // => { lo: 0.25, hi: Infinity }
 * div({ lo: 1, hi: 2 }, { lo: -1, hi: 1 }) // => { lo: -Infinity, hi: Infinity }
 */
export function div(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y) || (y.lo === 0 && y.hi === 0)) return EMPTY;
  if (y.lo < 0 && y.hi > 0) return x.lo === 0 && x.hi === 0 ? { lo: 0, hi: 0 } : ENTIRE;
  // An upper end 0 is approached from below, which its sign says to the quotient. The corners of a nonzero x with 0 are infinite.
  return cornerHull(quotientDown, quotientUp, x, y.hi === 0 ? { lo: y.lo, hi: -0 } : y);
}
