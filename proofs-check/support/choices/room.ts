import { AROUND } from "../../../src/bounds/hypotheses/margin.ts";

/**
 * The fewest coordinates that s = Theta(sqrt(d)/n^2) leaves, so that the start may be as large as sigma0^2 = Theta(d^(-1/2)) leaves.
 *
 * sqrt(d) = s n^2/4;  d enters nothing else where supports are drawn disjoint, but how seldom fresh examples meet them
 *
 * @param n training examples, 4 or more
 * @param s coordinates of a support
 * @returns d
 * Source: ours, from [T25] Condition A.1.
 * @example
 * roomFor(8, 36) // => 331776
 */
export const roomFor = (n: number, s: number): number => Math.ceil((s * n * n) / AROUND) ** 2;

/**
 * A standard deviation of the initial weights that sigma0^2 = Theta(d^(-1/2)) leaves with that d.
 *
 * sigma0 = c/(n sqrt(s)):  sigma0^2 sqrt(d) = c^2/4, in [1/4, 4] for c from 1 to 4
 *
 * @param n training examples
 * @param s coordinates of a support
 * @param c from 1 to 4
 * @returns sigma0
 * Source: ours, from [T25] Condition A.2.
 * @example
 * startFor(8, 4, 4) // => 0.25
 */
export const startFor = (n: number, s: number, c: number): number => c / (n * Math.sqrt(s));
