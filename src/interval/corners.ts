import type { Interval } from "./interval.ts";

/**
 * The hull of an operation's values at the four corners of a box: its range, if it is monotone in each argument there.
 *
 * [min f(a, b), max f(a, b)],  a in {x.lo, x.hi}, b in {y.lo, y.hi}
 *
 * @param down f rounded down
 * @param up f rounded up
 * @param x a nonempty interval
 * @param y a nonempty interval
 * @returns the hull
 * Source: standard; Moore, Kearfott, Cloud, Introduction to Interval Analysis (2009), section 2.3.
 * @example
 * const product = (a, b) => a * b;
 * cornerHull(product, product, { lo: -1, hi: 2 }, { lo: 3, hi: 4 }) // => { lo: -4, hi: 8 }
 */
export function cornerHull(
  down: (a: number, b: number) => number,
  up: (a: number, b: number) => number,
  x: Interval,
  y: Interval,
): Interval {
  return {
    lo: Math.min(down(x.lo, y.lo), down(x.lo, y.hi), down(x.hi, y.lo), down(x.hi, y.hi)),
    hi: Math.max(up(x.lo, y.lo), up(x.lo, y.hi), up(x.hi, y.lo), up(x.hi, y.hi)),
  };
}
