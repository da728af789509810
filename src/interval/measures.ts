import { sumUp } from "./directed.ts";
import type { Interval } from "./interval.ts";
import { isEmpty } from "./sets.ts";

/**
 * The lower end.
 *
 * @param x an interval
 * @returns its infimum; Infinity for EMPTY
 * Source: IEEE 1788-2015, 10.5.9.
 * @example
 * inf({ lo: 1, hi: 2 }) // => 1
 */
export const inf = (x: Interval): number => x.lo;

/**
 * The upper end.
 *
 * @param x an interval
 * @returns its supremum; -Infinity for EMPTY
 * Source: IEEE 1788-2015, 10.5.9.
 * @example
 * sup({ lo: 1, hi: 2 }) // => 2
 */
export const sup = (x: Interval): number => x.hi;

/**
 * The width, rounded up.
 *
 * hi - lo
 *
 * @param x an interval
 * @returns its width; Infinity for unbounded ones, NaN for EMPTY
 * Source: IEEE 1788-2015, 10.5.9 and 12.12.8.
 * @example
 * wid({ lo: 1, hi: 3 }) // => 2
 */
export const wid = (x: Interval): number => (isEmpty(x) ? Number.NaN : sumUp(x.hi, -x.lo));

/**
 * A number in the middle.
 *
 * (lo + hi)/2, rounded
 *
 * @param x an interval
 * @returns a finite member near its midpoint; the largest finite double of its sign for a half-line, 0 for ENTIRE, NaN for EMPTY
 * Source: IEEE 1788-2015, 12.12.8.
 * @example
 * mid({ lo: 1, hi: 3 }) // => 2
 * mid({ lo: 0, hi: Infinity }) // => 1.7976931348623157e308
 */
export function mid(x: Interval): number {
  if (isEmpty(x)) return Number.NaN;
  if (x.lo === -x.hi) return 0;
  if (x.hi === Infinity) return Number.MAX_VALUE;
  if (x.lo === -Infinity) return -Number.MAX_VALUE;
  const sum = x.lo + x.hi;
  // Halving the ends first would lose the last bit of subnormals; where the sum overflows there are none.
  return Number.isFinite(sum) ? sum / 2 + 0 : x.lo / 2 + x.hi / 2;
}
