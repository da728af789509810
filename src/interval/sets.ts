import { EMPTY, ENTIRE, type Interval } from "./interval.ts";

/**
 * Whether an interval holds no number.
 *
 * @param x an interval
 * @returns true for `EMPTY`
 * Source: IEEE 1788-2015, Boolean functions of intervals.
 * @example
 * isEmpty({ lo: 1, hi: 1 }) // => false
 */
export const isEmpty = (x: Interval): boolean => x.lo > x.hi;

/**
 * Whether an interval holds all real numbers.
 *
 * @param x an interval
 * @returns true for `ENTIRE`
 * Source: IEEE 1788-2015, Boolean functions of intervals.
 * @example
 * isEntire({ lo: -Infinity, hi: Infinity }) // => true
 */
export const isEntire = (x: Interval): boolean => x.lo === ENTIRE.lo && x.hi === ENTIRE.hi;

/**
 * Whether a number lies in an interval.
 *
 * @param m any double; infinities and NaN lie in none
 * @param x an interval
 * @returns true where x.lo <= m <= x.hi and m is finite
 * Source: IEEE 1788-2015, 10.6.3.
 * @example
 * isMember(2, { lo: 1, hi: 2 }) // => true
 * isMember(Infinity, { lo: 1, hi: Infinity }) // => false
 */
export const isMember = (m: number, x: Interval): boolean => Number.isFinite(m) && x.lo <= m && m <= x.hi;

/**
 * Whether every number of one interval lies in another.
 *
 * @param x an interval
 * @param y an interval
 * @returns true where x is part of y; EMPTY is part of every interval
 * Source: IEEE 1788-2015, table 9.3.
 * @example
 * subset({ lo: 1, hi: 2 }, { lo: 1, hi: 3 }) // => true
 */
export const subset = (x: Interval, y: Interval): boolean => y.lo <= x.lo && x.hi <= y.hi;

/**
 * The numbers that two intervals share.
 *
 * @param x an interval
 * @param y an interval
 * @returns their intersection, EMPTY if they share none
 * Source: IEEE 1788-2015, 9.3.
 * @example
 * intersection({ lo: 1, hi: 3 }, { lo: 2, hi: 4 }) // => { lo: 2, hi: 3 }
 */
export function intersection(x: Interval, y: Interval): Interval {
  const lo = Math.max(x.lo, y.lo);
  const hi = Math.min(x.hi, y.hi);
  return lo <= hi ? { lo, hi } : EMPTY;
}

/**
 * The least interval that holds two intervals.
 *
 * @param x an interval
 * @param y an interval
 * @returns their hull; with EMPTY the other one
 * Source: IEEE 1788-2015, 9.3.
 * @example
 * convexHull({ lo: 1, hi: 2 }, { lo: 4, hi: 5 }) // => { lo: 1, hi: 5 }
 */
export const convexHull = (x: Interval, y: Interval): Interval => ({
  lo: Math.min(x.lo, y.lo),
  hi: Math.max(x.hi, y.hi),
});
