import { log } from "../../numeric/log.ts";

/** How many steps the moments remember a gradient, to the accuracy that the theorems ask for. */
export interface Forgetting {
  /** Steps until b1^t <= eps: ln(1/eps)/(-ln b1). */
  readonly firstMoment: number;
  /** Steps until b2^(t/2) <= lambda eta: 2 ln(1/(lambda eta))/(-ln b2). */
  readonly secondMoment: number;
}

const steps = (target: number, perStep: number): number => {
  if (target >= 1) return 0;
  if (target === 0) return Number.POSITIVE_INFINITY;
  return perStep === 0 ? 1 : log(target) / log(perStep);
};

/**
 * The forgetting times: "n/b >= Theta(log 1/eps)" with its constants.
 *
 * firstMoment = ln(1/eps)/(-ln b1),  secondMoment = 2 ln(1/(lambda eta))/(-ln b2)
 *
 * @param b1 memory of the first moment, in [0, 1)
 * @param b2 memory of the second moment, in [0, 1)
 * @param eps >= 0
 * @param lambdaEta weight decay times learning rate, >= 0
 * @returns steps, not rounded; Infinity where the target is 0, 0 where it is 1 or more
 * Source: ours; docs/theory.md 5.4.
 * @example
 * Math.round(forgetting(0.9, 0.999, 1e-8, 0.5e-9).firstMoment) // => 175
 */
export const forgetting = (b1: number, b2: number, eps: number, lambdaEta: number): Forgetting => ({
  firstMoment: steps(eps, b1),
  secondMoment: 2 * steps(lambdaEta, b2),
});
