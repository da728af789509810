import { norm } from "../numeric/norm.ts";
import type { Directions } from "./directions.ts";
import { inner } from "./orthonormal.ts";

/** What the weights of a class have of signal and of noise, as measured. */
export interface MeasuredParts {
  /** max_r <w_{c,r}, u_c>: the measured feature learning. */
  readonly signal: number;
  /** max over i of class c, p and r of <w_{c,r}, e_{i,p}>: the measured memorization; null without an example of the class. */
  readonly noise: number | null;
  /** Least over i of class c of the same. */
  readonly leastNoise: number | null;
  /** |P_S W_c|^2, |P_N W_c|^2 and the rest, as shares of |W_c|^2; null at W_c = 0. */
  readonly shares: { readonly signal: number; readonly noise: number; readonly rest: number } | null;
}

/** By multiplication: a power of 2 is rounded as the engine of JavaScript likes. */
const square = (x: number): number => x * x;

const squares = (weights: readonly Float64Array[], basis: readonly Float64Array[]): number =>
  weights.reduce((sum, w) => basis.reduce((all, b) => all + square(inner(w, b)), sum), 0);

/**
 * The parts of one class's weights.
 *
 * @param weights w_{c,r}, vectors of d numbers, [m]
 * @param c the class, from 0
 * @param directions as measured
 * @returns inner products with signal and noise, and shares of the squared length: scaled weights have scaled products and the same shares, and nothing changes
 *   where weights and patches are turned together
 * Source: ours, docs/notes/decomposition.md.
 */
export function partsOf(
  weights: readonly Float64Array[],
  c: number,
  { classes, signal, residuals, noise, sides }: Directions,
): MeasuredParts {
  const along = (direction: Float64Array) =>
    weights.reduce((most, w) => Math.max(most, inner(w, direction)), -Infinity);
  const own = residuals
    .filter((_, i) => sides[i] === c)
    .map((patches) => patches.reduce((most, e) => Math.max(most, along(e)), -Infinity));
  const whole = weights.reduce((sum, w) => sum + square(norm(w)), 0);
  const [ofSignal, ofNoise] = [squares(weights, signal) / whole, squares(weights, noise) / whole];
  return {
    signal: along(classes[c] as Float64Array),
    noise: own.length === 0 ? null : own.reduce((most, one) => Math.max(most, one)),
    leastNoise: own.length === 0 ? null : own.reduce((least, one) => Math.min(least, one)),
    shares: whole > 0 ? { signal: ofSignal, noise: ofNoise, rest: Math.max(0, 1 - ofSignal - ofNoise) } : null,
  };
}
