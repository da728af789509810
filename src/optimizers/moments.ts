import { flush, TINY, TINY_SQUARE } from "../numeric/flush.ts";

/**
 * The first moment after one more gradient.
 *
 * mom' = b1 mom + (1-b1) g, 0 below 2^-500
 *
 * @param b1 in [0, 1)
 * @param mom before
 * @param g the gradient
 * @returns after
 * Source: [T25] 3.4.
 * @example
 * nextMom(0.5, 1, 3) // => 2
 */
export const nextMom = (b1: number, mom: number, g: number): number => flush(b1 * mom + (1 - b1) * g, TINY);

/**
 * The second moment after one more gradient.
 *
 * sec' = b2 sec + (1-b2) g^2, 0 below 2^-1000
 *
 * @param b2 in [0, 1)
 * @param sec before
 * @param g the gradient
 * @returns after
 * Source: [T25] 3.5.
 * @example
 * nextSec(0.5, 1, 3) // => 5
 */
export const nextSec = (b2: number, sec: number, g: number): number =>
  flush(b2 * sec + (1 - b2) * (g * g), TINY_SQUARE);
