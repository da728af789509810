import type { Hyperparameters, Iterate } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";

/**
 * Steps without a gradient, one by one, for an optimizer of which no sum over them is known.
 *
 * @param optimizer any
 * @param at weights and what the optimizer remembers, changed in place
 * @param until steps done afterwards, not fewer than `at` has
 * @param rate what lr is multiplied by at step t, from 1; 1 where absent
 * @returns the last iterate, in the arrays of `at`
 * Source: ours.
 */
export function coastByStep(
  optimizer: Hyperparameters & { readonly name: string },
  at: Iterate,
  until: number,
  rate?: (step: number) => number,
): Iterate {
  const { update } = optimizerNamed(optimizer.name);
  const still = new Float64Array(at.weights.length);
  let now = at;
  while (now.step < until) {
    const { lr } = optimizer;
    now = update(rate ? { ...optimizer, lr: lr * rate(now.step + 1) } : optimizer, now, still, now);
  }
  return now;
}
