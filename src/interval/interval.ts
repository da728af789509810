import { InputError, show } from "../setting/inputError.ts";

/**
 * A closed set of real numbers: {x real : lo <= x <= hi}. Infinite ends bound the set and are not in it.
 *
 * Nonempty: lo <= hi, lo < Infinity, hi > -Infinity, no end is NaN or -0. The empty set is `EMPTY` alone.
 *
 * Source: IEEE 1788-2015, the set-based flavour, bare intervals. The functions beside this file have the standard's names.
 */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** The empty set. Its ends are those of inf and sup over no number, so that unions and inclusions need no case for it. */
export const EMPTY: Interval = Object.freeze({ lo: Infinity, hi: -Infinity });

/** All real numbers. */
export const ENTIRE: Interval = Object.freeze({ lo: -Infinity, hi: Infinity });

/**
 * The interval with two given ends.
 *
 * [lo, hi]
 *
 * @param lo a double below Infinity
 * @param hi a double above -Infinity, >= lo
 * @returns the interval; an end -0 becomes 0
 * @throws InputError for ends that bound no set of real numbers
 * Source: IEEE 1788-2015, numsToInterval; the standard signals an exception and gives EMPTY where this throws.
 * @example
 * numsToInterval(1, 2) // => { lo: 1, hi: 2 }
 * numsToInterval(-0, Infinity) // => { lo: 0, hi: Infinity }
 */
export function numsToInterval(lo: number, hi: number): Interval {
  // Written so that NaN fails.
  if (!(lo < Infinity)) throw new InputError(`lo must be a number below Infinity, but is ${show(lo)}; correct it`);
  if (!(hi > -Infinity)) throw new InputError(`hi must be a number above -Infinity, but is ${show(hi)}; correct it`);
  if (lo > hi) throw new InputError(`lo must be at most hi = ${show(hi)}, but is ${show(lo)}; swap them`);
  return { lo: lo + 0, hi: hi + 0 };
}

/**
 * The interval that holds one number.
 *
 * [x, x]
 *
 * @param x a finite double
 * @returns the interval
 * @throws InputError for NaN and infinities
 * Source: ours; short for `numsToInterval(x, x)`.
 * @example
 * point(0.5) // => { lo: 0.5, hi: 0.5 }
 */
export const point = (x: number): Interval => numsToInterval(x, x);
