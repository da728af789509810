import type { Hyperparameters } from "../../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../../src/optimizers/registry.ts";
import { momentumPair, type Pair } from "./momentumPair.ts";

/** Two optimizers fed with the same gradients of one weight. */
export interface StepCase extends Pair {
  readonly gradients: readonly number[];
}

/** Relative: a step is some ten rounded operations on each of at most 20 gradients, and a difference of numbers as large as the path is long. */
const ROUNDING = 1e-12;

/** What each moves a weight by, step by step. */
function stepsOf(
  { name, ...hyper }: { readonly name: string } & Partial<Hyperparameters>,
  gradients: readonly number[],
) {
  const optimizer = optimizerNamed(name);
  let at = optimizer.init(Float64Array.of(0));
  return gradients.map((g) => {
    const next = optimizer.update(hyper as Hyperparameters, { ...at, weights: Float64Array.of(0) }, Float64Array.of(g));
    at = next;
    return next.weights[0] as number;
  });
}

/**
 * How a step of Adam with a large eps differs from the momentum's on the same gradients.
 *
 *   (1 - (G/eps)^power) c <= step <= c for c > 0, and turned round for c < 0:  step = c eps/(sqrt(sec) + eps), sqrt(sec) <= G = max |g|
 *
 * @param drawn h, eps, betas, gradients
 * @param power of G/eps; 1 is what is proved
 * @returns a sentence where some step is outside, else undefined
 * Source: ours: 1/(1 + x) >= 1 - x.
 */
export function stepViolation({ gradients, ...pair }: StepCase, power = 1): string | undefined {
  const { adam, momentum } = momentumPair(pair);
  const largest = gradients.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  const ratio = largest / pair.eps;
  const room = ROUNDING * pair.h * largest;
  const own = stepsOf(adam, gradients);
  const t = stepsOf(momentum, gradients).findIndex((c, k) => {
    const step = own[k] as number;
    const off = Math.abs(c - step);
    return (c - step) * Math.sign(c) < -room || off > (power === 1 ? ratio : ratio * ratio) * Math.abs(c) + room;
  });
  return t < 0 ? undefined : `step ${t + 1} of Adam is ${own[t]}, and max |g|/eps = ${ratio}`;
}
