import type { Hyperparameters, Own } from "./optimizer.ts";
import type { Direction, Remembered } from "./ownUpdate.ts";
import { standardsOf } from "./parameters.ts";

/** Gradients of both signs and of sizes far apart, with pauses; the first one is zero. */
const GRADIENTS = [0, 0.5, 0.25, -0.75, 0, 0, 2 ** -20, 3, -(2 ** -10), 0, 0.125, 0.375, -4, 1, 0, 2 ** -30, 0.0625];

/** Powers of two: multiplying by them does not round. */
const FACTORS = [-1, 2 ** -12, -(2 ** 9)];

/** Relative: rounding of a few operations a step, carried along. */
const CLOSE = 1e-9;

/** Hyperparameters of a trial: the optimizer's own defaults, eps as given. */
const hyperOf = ({ betas, parameters }: Pick<Own, "betas" | "parameters">, eps: number | undefined) => {
  const hyper: Hyperparameters = {
    ...{ lr: 0.125, weightDecay: 0, convention: "pytorch" },
    ...(betas && { betas }),
    ...(eps !== undefined && { eps }),
    ...standardsOf(parameters),
  };
  return hyper as Required<Hyperparameters>;
};

/**
 * The steps that a direction takes on a fixed sequence of gradients.
 *
 * @param direction on trial
 * @param own its memory and defaults
 * @param factor multiplies every gradient
 * @param eps in place of its default
 * @returns what it gave, step by step, whatever that is, and what it remembers at the end
 * Source: ours.
 */
export function trial(direction: Direction, own: Omit<Own, "normalized">, factor = 1, eps = own.eps) {
  const memory: Remembered = Object.fromEntries(own.memory.map((name) => [name, 0]));
  const hyper = hyperOf(own, eps);
  const steps = GRADIENTS.map((gradient, k) => direction(factor * gradient, memory, hyper, k + 1));
  return { steps, memory };
}

/**
 * Whether a direction gives other steps, or remembers other numbers, when it is tried again: then it keeps something that is not in its memory.
 *
 * @param direction on trial
 * @param own its memory and defaults
 * @returns true also where the second trial fails
 * Source: ours.
 */
export function dependsOnMore(direction: Direction, own: Omit<Own, "normalized">): boolean {
  try {
    return JSON.stringify(trial(direction, own)) !== JSON.stringify(trial(direction, own));
  } catch {
    return true;
  }
}

/**
 * The first trial by which steps are not normalized.
 *
 * direction(c g_1, ..., c g_t) = sgn(c) direction(g_1, ..., g_t) at eps = 0
 *
 * @param direction on trial; its steps are finite
 * @param own its memory and defaults
 * @returns the factor c and the two steps; undefined where none is found
 * Source: ours.
 */
export function notNormalized(direction: Direction, own: Omit<Own, "normalized">) {
  const eps = own.eps === undefined ? undefined : 0;
  const { steps } = trial(direction, own, 1, eps);
  for (const factor of FACTORS) {
    const scaled = trial(direction, own, factor, eps).steps;
    const k = scaled.findIndex((step, at) => {
      const due = Math.sign(factor) * (steps[at] as number);
      return !(Math.abs(step - due) <= CLOSE * Math.abs(due));
    });
    if (k >= 0) return { factor, at: k + 1, before: steps[k] as number, after: scaled[k] as number };
  }
  return undefined;
}
