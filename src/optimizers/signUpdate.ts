import { flush, TINY } from "../numeric/flush.ts";
import { type Decay, decayFactors } from "./decay.ts";
import { type Convention, type Formulas, type Hyperparameters, type Iterate, initPlain } from "./optimizer.ts";

/** SignSGD and SignSGDW as formulas, operation for operation. */
export const SIGN: Readonly<Record<Convention, Formulas>> = {
  paper: { direction: "sign(g)" },
  pytorch: { direction: "sign(g)" },
};

/**
 * One step of SignSGD (coupled decay) or SignSGDW (decoupled decay).
 *
 *   w' = w - eta sgn(gradient + lambda w)   |   w' = (1 - eta lambda) w - eta sgn(gradient),   sgn(0) = 0
 *
 * @param decay where lambda enters
 * @param hyper eta, lambda
 * @param at iterate
 * @param gradient of the loss alone, as long as the weights
 * @param into receives the result; `at` itself is allowed
 * @returns the next iterate
 * Source: [T25] 5.1 (coupled), B.2 (decoupled).
 */
export function signUpdate(
  decay: Decay,
  hyper: Hyperparameters,
  at: Iterate,
  gradient: Float64Array,
  into: Iterate = initPlain(at.weights),
): Iterate {
  const { coupled, rho } = decayFactors(decay, hyper);
  const { lr: eta } = hyper;
  for (let k = 0; k < gradient.length; k++) {
    const w = at.weights[k] as number;
    into.weights[k] = flush(rho * w - eta * Math.sign((gradient[k] as number) + coupled * w), TINY);
  }
  return { ...into, step: at.step + 1 };
}
