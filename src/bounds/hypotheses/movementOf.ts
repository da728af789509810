import type { OptimizerSpec } from "../../optimizers/schema.ts";
import { movement } from "./movement.ts";

type Betas = readonly [number, number];
type Rule = (betas: Betas, K: number) => number;

/** One step a visit, whatever lies between. */
const once: Rule = () => 1;
const averaged: Rule = ([b1, b2], K) => movement(b1, b2, K);
/** The second moment is that of a visit, and the first sums to one gradient. */
const squares: Rule = ([, b2], K) => movement(0, b2, K);
/** The sign of a mean outlives the gradients that it is made of. */
const kept: Rule = ([b1], K) => (b1 > 0 ? K : 1);

const RULES: Readonly<Record<string, Rule>> = {
  signsgd: once,
  signsgdw: once,
  adam: averaged,
  adamw: averaged,
  rmsprop: squares,
  amsgrad: squares,
  adagrad: (_, K) => Math.sqrt(K),
  signum: kept,
  lion: kept,
};

/**
 * How far an optimizer moves a coordinate that has a gradient once in K steps, per such period, where one with a gradient every step moves K.
 *
 *   signs 1;  Adam, AdamW `movement`;  RMSprop, AMSGrad sqrt((1-b2^K)/(1-b2));  AdaGrad sqrt(K);  Signum, Lion K (1 at b1 = 0)
 *
 * In the periodic state of equal gradients, eps and decay nothing.
 *
 * @param optimizer its name, and betas where it has some
 * @param period K, steps from one visit to the next: n/b; an integer >= 1
 * @returns G(K) in [1, K]; undefined for what does not normalize coordinate by coordinate, or is not derived
 * Source: ours, docs/notes/one-boundary.md.
 * @example
 * movementOf({ name: "lion", betas: [0.9, 0.99] }, 8) // => 8
 * movementOf({ name: "adagrad" }, 16) // => 4
 */
export function movementOf(
  { name, betas = [0, 0] }: Pick<OptimizerSpec, "name"> & { readonly betas?: Betas | undefined },
  period: number,
): number | undefined {
  return Object.hasOwn(RULES, name) ? (RULES[name] as Rule)(betas, period) : undefined;
}
