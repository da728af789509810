import { log as nearlyLog } from "../numeric/log.ts";
import { EMPTY, type Interval } from "./interval.ts";
import { widenDown, widenUp } from "./widen.ts";

/** ln a from below for a >= 0, exact at 1 (the only number whose logarithm is a double: Lindemann); -Infinity at 0. */
const below = (a: number) => (a === 1 ? 0 : widenDown(nearlyLog(a)));

/** ln a from above for a > 0. */
const above = (a: number) => (a === 1 ? 0 : widenUp(nearlyLog(a)));

/**
 * The natural logarithms of an interval, where they exist.
 *
 * log(x) = [ln max(x.lo, 0), ln x.hi],  ln 0 = -Infinity
 *
 * @param x an interval
 * @returns an interval around {ln a : a in x, a > 0}, exact at 1, each other end within 6 ulps; EMPTY if there is none
 * Source: IEEE 1788-2015, table 9.1; the widening in widen.ts.
 * @example
 * log({ lo: -1, hi: 1 }) // => { lo: -Infinity, hi: 0 }
 */
export const log = (x: Interval): Interval => (x.hi > 0 ? { lo: below(Math.max(x.lo, 0)), hi: above(x.hi) } : EMPTY);
