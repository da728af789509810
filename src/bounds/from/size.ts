import type { Interval } from "../../interval/interval.ts";
import type { Expression } from "../order/formula.ts";

/**
 * A number that depends on positive symbols, where their logarithms lie in a box: its sign, the logarithm of its size, and how steep
 * that is: slopes[k] holds d log|f| / d log x_k.
 */
export interface Size {
  readonly sign: 1 | -1;
  readonly log: Interval;
  readonly slopes: readonly Interval[];
}

/** Where the logarithms of the symbols lie; an end may be infinite. */
export type Box = readonly Interval[];

export const isPoint = (box: Box): boolean => box.every(({ lo, hi }) => lo === hi);

/** What a formula's names are: places in the box, or formulas. */
export interface Meaning {
  readonly names: readonly string[];
  readonly defined: ReadonlyMap<string, Expression>;
}

/** Something with one slope a symbol, made from two. */
export const paired = (
  x: { readonly slopes: readonly Interval[] },
  y: { readonly slopes: readonly Interval[] },
  slope: (a: Interval, b: Interval) => Interval,
): Interval[] => x.slopes.map((one, k) => slope(one, y.slopes[k] as Interval));
