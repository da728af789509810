import type { Interval } from "../../interval/interval.ts";

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
