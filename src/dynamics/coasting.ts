import { flush, TINY, TINY_SQUARE } from "../numeric/flush.ts";
import { integerPower } from "../numeric/integerPower.ts";
import { log } from "../numeric/log.ts";
import { biasCorrection } from "../optimizers/biasCorrection.ts";
import { decayFactors } from "../optimizers/decay.ts";
import type { Hyperparameters, Moments } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";

/** mom <- momFactor mom,  sec <- secFactor sec */
export interface MomentDecay {
  momFactor: number;
  secFactor: number;
}

/** Factors by which a scalar moves on while its gradient is zero, the same for every neuron: c <- shrink c - drift mom/sqrt(sec). */
export interface Coasting extends MomentDecay {
  shrink: number;
  drift: number;
}

/** 2^-80: terms of a geometric sum below this share of the first one are left out, their sum is beyond the last bit. */
export const NEGLIGIBLE = 8.271806125530277e-25;

/** 2^-54: what is added to 1 without a trace. */
const TRACELESS = 5.551115123125783e-17;

/** Steps whose sizes are kept in a table; a later one, if it still needs a correction, is computed when it is asked. */
const TABLE = 65536;

/**
 * What one step leaves of a weight whose gradient is zero.
 *
 * 1 - eta lambda for SGD and decoupled decay, 1 at lambda = 0
 *
 * @param optimizer SGD, or any optimizer that does not couple its decay into moments or signs
 * @returns the factor
 */
export function shrinkage(optimizer: Hyperparameters & { readonly name: string }): number {
  const { lr: eta, weightDecay: lambda, name } = optimizer;
  return name === "sgd" ? 1 - eta * lambda : decayFactors(optimizerNamed(name).decay, optimizer).rho;
}

/**
 * What is left of a number after many such steps.
 *
 * @param factor rho^K
 * @param w the number
 * @returns the product; 0 stays 0, also where |rho| > 1 has let rho^K leave the finite numbers
 */
export const shrunk = (factor: number, w: number): number => (w === 0 ? 0 : factor * w);

/**
 * The step size of a normalized step whose moments are not corrected for bias, as a table that grows as it is asked.
 *
 * eta(t) = eta sqrt(1-b2^t)/(1-b1^t) for `pytorch`, eta for `paper`
 */
function stepSizesOf(optimizer: Hyperparameters): (step: number) => number {
  const { lr: eta, convention, betas: [b1, b2] = [0, 0] } = optimizer;
  const sizeOf = (step: number): number => {
    const { stepSize, rootScale } = biasCorrection(optimizer, step);
    return stepSize / rootScale;
  };
  const sizes = [eta];
  // From this step on both corrections are 1 to the last bit.
  let settled = convention === "paper" ? 0 : Infinity;
  return (step) => {
    for (let t = sizes.length; t <= step && t < settled && t < TABLE; t++) {
      sizes.push(sizeOf(t));
      if (integerPower(b1, t) < TRACELESS && integerPower(b2, t) < TRACELESS) settled = t;
    }
    if (step >= settled) return eta;
    return step < TABLE ? (sizes[step] as number) : sizeOf(step);
  };
}

/**
 * For how many steps without a gradient the moments go on to be felt.
 *
 * After k steps the normalized step is (b1/sqrt(b2))^k of the first (b1^k where only eps is left below, b2 = 0), while what the first
 * one moved has shrunk to rho^k of itself:  the least K with (b1/sqrt(b2)/|rho|)^K <= 2^-80
 *
 * @param optimizer its betas and shrinkage
 * @returns a number of steps; infinite where weights are forgotten as fast as moments are
 */
export function driftHorizon(optimizer: Hyperparameters & { readonly name: string }): number {
  const [b1, b2] = optimizer.betas ?? [0, 0];
  const ratio = (b2 === 0 ? b1 : b1 / Math.sqrt(b2)) / Math.abs(shrinkage(optimizer));
  if (ratio === 0) return 0;
  return ratio < 1 ? Math.ceil(log(NEGLIGIBLE) / log(ratio)) : Infinity;
}

/**
 * Steps without a gradient, many at once.
 *
 *   c(t+K) = rho^K c(t) - (mom/sqrt(sec)) sum_{k=1..K} rho^(K-k) (b1/sqrt(b2))^k eta(t+k),
 *   eta(t) = eta sqrt(1-b2^t)/(1-b1^t) with bias correction, eta without;   mom(t+K) = b1^K mom, sec(t+K) = b2^K sec
 *
 * because mom and sec only decay, so that their normalized ratio is the last one times (b1/sqrt(b2))^k: one sum serves all neurons.
 * Without moments c(t+K) = rho^K c(t).
 *
 * @param optimizer eps is taken as 0
 * @returns a function of (from, to), the steps done before and after, that fills and returns one and the same record
 * Source: ours, docs/notes/coefficients.md.
 */
export function coastingOf(optimizer: Hyperparameters & { readonly name: string }) {
  const { betas: [b1, b2] = [0, 0] } = optimizer;
  const rho = shrinkage(optimizer);
  // b2 = 0 leaves no second moment after one step, and 0/0 is taken as 0.
  const ratio = b2 === 0 ? 0 : b1 / Math.sqrt(b2);
  const horizon = driftHorizon(optimizer);
  const { adaptive } = optimizerNamed(optimizer.name);
  const stepSize = stepSizesOf(optimizer);
  const out: Coasting = { shrink: 1, drift: 0, momFactor: 1, secFactor: 1 };
  return (from: number, to: number): Coasting => {
    const count = to - from;
    out.shrink = integerPower(rho, count);
    out.drift = 0;
    out.momFactor = integerPower(b1, count);
    out.secFactor = integerPower(b2, count);
    if (!adaptive || count === 0) return out;
    const felt = Math.min(count, horizon);
    let sum = 0;
    let power = 1;
    for (let k = 1; k <= felt; k++) {
      power *= ratio;
      sum = rho * sum + power * stepSize(from + k);
    }
    out.drift = sum * integerPower(rho, count - felt);
    return out;
  };
}

/**
 * Lets the moments of a stretch of lanes decay.
 *
 * @param moments changed from `first` to `end`
 * @param decay by how much
 */
export function decayMoments({ mom, sec }: Moments, decay: MomentDecay, first = 0, end = mom.length): void {
  const { momFactor, secFactor } = decay;
  for (let r = first; r < end; r++) {
    mom[r] = flush(momFactor * (mom[r] as number), TINY);
    sec[r] = flush(secFactor * (sec[r] as number), TINY_SQUARE);
  }
}
