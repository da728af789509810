import { exp as nearlyExp } from "../numeric/exp.ts";
import { EMPTY, type Interval } from "./interval.ts";
import { isEmpty } from "./sets.ts";
import { widenDown, widenUp } from "./widen.ts";

/**
 * e^a from below: at least 0, and at least 1 for a >= 0.
 * Above 709.78 the double is Infinity and the real value above the largest double, from which the steps lead down.
 */
const below = (a: number) => Math.max(a >= 0 ? 1 : 0, widenDown(nearlyExp(a)));

/** e^a from above: at most 1 for a <= 0; below -745.13 the double is 0 and the real value less than 2^-1075. */
const above = (a: number) => Math.min(a <= 0 ? 1 : Infinity, widenUp(nearlyExp(a)));

/**
 * The exponentials of an interval.
 *
 * exp(x) = [e^x.lo, e^x.hi]
 *
 * @param x an interval
 * @returns an interval around {e^a : a in x}, exact at 0, each other end within 6 ulps
 * Source: IEEE 1788-2015, table 9.1; the widening in widen.ts.
 * @example
 * exp({ lo: -Infinity, hi: 0 }) // => { lo: 0, hi: 1 }
 */
export const exp = (x: Interval): Interval => (isEmpty(x) ? EMPTY : { lo: below(x.lo), hi: above(x.hi) });
