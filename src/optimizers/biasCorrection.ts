import { integerPower } from "../numeric/integerPower.ts";
import type { Hyperparameters } from "./optimizer.ts";

/**
 * What bias correction makes of step size and second moment.
 *
 * w' = rho w - stepSize mom/(sqrt(sec) rootScale + eps):  (eta/(1-b1^t), 1/sqrt(1-b2^t)) for `pytorch`, (eta, 1) for `paper`
 *
 * @param hyper eta = lr, betas, convention
 * @param step t >= 1, the number of the step
 * @returns the two factors
 * Source: torch.optim.Adam; [T25] 3.4-3.6 without correction.
 * @example
 * biasCorrection({ lr: 0.5, betas: [0.5, 0.75], convention: "pytorch", weightDecay: 0 }, 1) // => { stepSize: 1, rootScale: 2 }
 */
export function biasCorrection({ lr: eta, betas, convention }: Hyperparameters, step: number) {
  if (convention === "paper") return { stepSize: eta, rootScale: 1 };
  const [b1, b2] = betas as readonly [number, number];
  return { stepSize: eta / (1 - integerPower(b1, step)), rootScale: 1 / Math.sqrt(1 - integerPower(b2, step)) };
}
