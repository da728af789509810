import { rootDown, rootUp } from "./directed.ts";
import { EMPTY, type Interval } from "./interval.ts";

/**
 * The square roots of an interval, where they exist.
 *
 * sqrt(x) = [sqrt(max(x.lo, 0)), sqrt(x.hi)]
 *
 * @param x an interval
 * @returns the least interval of doubles around {sqrt(a) : a in x, a >= 0}; EMPTY if there is none
 * Source: IEEE 1788-2015, table 9.1; the rounding in directed.ts.
 * @example
 * sqrt({ lo: -1, hi: 4 }) // => { lo: 0, hi: 2 }
 */
export function sqrt(x: Interval): Interval {
  return x.hi >= 0 ? { lo: rootDown(Math.max(x.lo, 0)), hi: rootUp(x.hi) } : EMPTY;
}
