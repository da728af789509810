import { cornerHull } from "./corners.ts";
import { productDown, productUp } from "./directed.ts";
import { EMPTY, type Interval } from "./interval.ts";
import { isEmpty } from "./sets.ts";

/**
 * The products of two intervals.
 *
 * x y = hull of x.lo y.lo, x.lo y.hi, x.hi y.lo, x.hi y.hi
 *
 * @param x an interval
 * @param y an interval
 * @returns the least interval of doubles around {a b : a in x, b in y}
 * Source: IEEE 1788-2015, table 9.1; the rounding in directed.ts.
 * @example
 * mul({ lo: -1, hi: 2 }, { lo: 3, hi: 4 }) // => { lo: -4, hi: 8 }
 * mul({ lo: 0, hi: 0 }, { lo: -Infinity, hi: Infinity }) // => { lo: 0, hi: 0 }
 */
export function mul(x: Interval, y: Interval): Interval {
  return isEmpty(x) || isEmpty(y) ? EMPTY : cornerHull(productDown, productUp, x, y);
}
