import { flush, TINY, TINY_SQUARE } from "../numeric/flush.ts";
import { type Decay, decayFactors } from "./decay.ts";
import type { Hyperparameters, Iterate } from "./optimizer.ts";

/** One number a name, of one weight. */
export type Remembered<Name extends string = string> = Record<Name, number>;

/** The step of one weight, in units of eta, from its gradient and what is remembered of it, which it brings up to date in place; t counts from 1. */
export type Direction<Name extends string = string> = (
  gradient: number,
  memory: Remembered<Name>,
  hyper: Required<Hyperparameters>,
  t: number,
) => number;

/**
 * The first iterate of a user's own optimizer.
 *
 * @param names of what it remembers for every weight
 * @param weights copied
 * @returns step 0, all that is remembered zero; no memory where there are no names
 */
export const initOwn = (names: readonly string[], weights: Float64Array): Iterate => ({
  weights: weights.slice(),
  step: 0,
  moments:
    names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, new Float64Array(weights.length)])),
});

/**
 * One step of a user's own optimizer.
 *
 *   w' = rho w - eta direction(g),   g = gradient + lambda w, rho = 1 (coupled)  |  g = gradient, rho = 1 - eta lambda (decoupled)
 *
 * @param decay where lambda enters
 * @param direction of one weight
 * @param hyper eta, lambda, and betas and eps where it takes them
 * @param at iterate
 * @param gradient of the loss alone, as long as the weights
 * @param into receives the result; `at` itself is allowed
 * @returns the next iterate
 * Source: ours. Weights below 2^-500, and what is remembered below 2^-1000, count as zero.
 */
export function ownUpdate(
  decay: Decay,
  direction: Direction,
  hyper: Hyperparameters,
  at: Iterate,
  gradient: Float64Array,
  into: Iterate = initOwn(Object.keys(at.moments ?? {}), at.weights),
): Iterate {
  const { coupled, rho } = decayFactors(decay, hyper);
  const { lr: eta } = hyper;
  const step = at.step + 1;
  const names = Object.keys(at.moments ?? {});
  const before = Object.values(at.moments ?? {});
  const after = Object.values(into.moments ?? {});
  const memory: Remembered = Object.fromEntries(names.map((name) => [name, 0]));
  for (let k = 0; k < gradient.length; k++) {
    const w = at.weights[k] as number;
    for (let c = 0; c < names.length; c++) memory[names[c] as string] = (before[c] as Float64Array)[k] as number;
    const moved = direction((gradient[k] as number) + coupled * w, memory, hyper as Required<Hyperparameters>, step);
    for (let c = 0; c < names.length; c++)
      (after[c] as Float64Array)[k] = flush(memory[names[c] as string] as number, TINY_SQUARE);
    into.weights[k] = flush(rho * w - eta * moved, TINY);
  }
  return { ...into, step };
}
