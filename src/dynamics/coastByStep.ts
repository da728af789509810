import type { Hyperparameters, Iterate } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";

/**
 * Steps without a gradient, one by one, for an optimizer of which no sum over them is known.
 *
 * @param optimizer any
 * @param at weights and what the optimizer remembers, changed in place
 * @param until steps done afterwards, not fewer than `at` has
 * @returns the last iterate, in the arrays of `at`
 * Source: ours.
 */
export function coastByStep(
  optimizer: Hyperparameters & { readonly name: string },
  at: Iterate,
  until: number,
): Iterate {
  const { update } = optimizerNamed(optimizer.name);
  const still = new Float64Array(at.weights.length);
  let now = at;
  while (now.step < until) now = update(optimizer, now, still, now);
  return now;
}
