import type { Arithmetic } from "../numeric/arithmetic.ts";
import { INTERVALS } from "./arithmetic.ts";
import { exp } from "./exp.ts";
import type { Interval } from "./interval.ts";

/** An arithmetic whose results hold the real ones, whatever its numbers are made of. */
export interface Enclosures<T> extends Arithmetic<T> {
  /** e^x */
  exp(x: T): T;
  /** The largest size of a number whose exponential this arithmetic has room for; any where absent. */
  readonly expRange?: number;
  /** The sign of all numbers that it holds; undefined where they differ. */
  side(x: T): -1 | 0 | 1 | undefined;
  /** Doubles around a number, rounded outward. */
  bounds(x: T): Interval;
}

/**
 * Intervals of doubles, as enclosures.
 *
 * Source: `INTERVALS`, `exp`.
 * @example
 * INTERVAL_ENCLOSURES.exp({ lo: 0, hi: 0 }) // => { lo: 1, hi: 1 }
 */
export const INTERVAL_ENCLOSURES: Enclosures<Interval> = {
  ...INTERVALS,
  exp,
  side({ lo, hi }) {
    if (lo > 0) return 1;
    if (hi < 0) return -1;
    return lo === 0 && hi === 0 ? 0 : undefined;
  },
  bounds: (x) => x,
};
