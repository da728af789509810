import { lastHolding } from "../../../numeric/lastHolding.ts";
import { power } from "../../../numeric/power.ts";

/** What holds a flipped feature at rest. */
export interface RestPulls {
  /** A = alpha sum_i z_i/|zeta_i|^2 over the examples of its class that the neuron memorizes, z_i = <w, zeta_i>; >= 0. */
  readonly down: number;
  /** C = sum_i z_i/(|zeta_i|^2 x_i^(q-1)) over the other class, of the neurons that memorize it; 0, left out, unless given: right where |u| << (A/C)^(1/(q-1)) alone. */
  readonly up?: number;
  /** lambda >= 0. */
  readonly weightDecay: number;
  /** Power of the activation, >= 3. */
  readonly q: number;
}

/**
 * Where a flipped feature of large-batch AdamW comes to rest, eps > 0.
 *
 * u = -D/(1 + lambda D),  D = A - C |u|^(q-1);  |u| is the least of A, 1/lambda and (A/C)^(1/(q-1)) to a factor 4;  u = -A/(1 + lambda A) with C = 0
 *
 * lambda w = g/(|g| + eps) for every weight: on the supports g is held far below eps by the residuals, so that A eps lambda is coordinate 1's. In the
 * scaling family A and C grow together, (A/C)^(1/(q-1)) is about alpha^(1/(q-1)) x and goes to 0: C must be given there, and 1/lambda is not reached.
 *
 * @param pulls A, C, lambda, q
 * @returns u = <w_{j,r}, j v> <= 0; eps, eta and n have dropped out
 * Source: ours, docs/notes/rest.md, with its approximations; measured in docs/results/rest.
 * @example
 * restState({ down: 1, weightDecay: 1, q: 3 }) // => -0.5
 */
export function restState({ down, up = 0, weightDecay, q }: RestPulls): number {
  const held = (pull: number) => pull / (1 + weightDecay * pull);
  const free = held(down);
  if (up === 0 || free === 0) return -free;
  return -lastHolding((u) => u === 0 || u <= held(Math.max(0, down - up * power(u, q - 1))), 0, free);
}
