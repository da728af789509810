import { EMPTY, type Interval } from "./interval.ts";
import { isEmpty } from "./sets.ts";

/** The hull of f(a, b) for an f that grows with both arguments and needs no rounding. */
const endwise = (f: (a: number, b: number) => number, x: Interval, y: Interval): Interval =>
  isEmpty(x) || isEmpty(y) ? EMPTY : { lo: f(x.lo, y.lo), hi: f(x.hi, y.hi) };

/**
 * The lesser of two numbers, one of each interval.
 *
 * min(x, y) = [min(x.lo, y.lo), min(x.hi, y.hi)]
 *
 * @param x an interval
 * @param y an interval
 * @returns {min(a, b) : a in x, b in y}, exact
 * Source: IEEE 1788-2015, table 9.1.
 * @example
 * min({ lo: 1, hi: 4 }, { lo: 2, hi: 3 }) // => { lo: 1, hi: 3 }
 */
export const min = (x: Interval, y: Interval): Interval => endwise(Math.min, x, y);

/**
 * The greater of two numbers, one of each interval.
 *
 * max(x, y) = [max(x.lo, y.lo), max(x.hi, y.hi)]
 *
 * @param x an interval
 * @param y an interval
 * @returns {max(a, b) : a in x, b in y}, exact
 * Source: IEEE 1788-2015, table 9.1.
 * @example
 * max({ lo: 1, hi: 4 }, { lo: 2, hi: 3 }) // => { lo: 2, hi: 4 }
 */
export const max = (x: Interval, y: Interval): Interval => endwise(Math.max, x, y);
