import { momentRatio } from "../../../src/bounds/hypotheses/momentRatio.ts";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { hyperOf, supportOf } from "./asSign.ts";
import type { Wait } from "./signRuns.ts";
import { gradientOf, normalizedStep, type WeightStep, weightSteps } from "./weightSteps.ts";

/** Rounding of (rho w - w')/eta, in units of |w|/eta. */
const ROUNDING = 2 ** -50;

/** Weights on the supports of examples that have been unseen for so many steps, or were never seen. */
function* unseenWeights(at: WeightStep, wait: number): Generator<number> {
  for (let i = 0; i < at.unseen.length; i++) {
    if ((at.unseen[i] as number) >= wait) yield* supportOf(at, i);
  }
}

/**
 * The first weight on a long unseen support that decay does not move: whose step is not along sgn(w).
 *
 * |w| > 2 eta ( C b1/(1-b1) + max_{t' <= t} |g| ):  mom >= lambda [ |w| (1-b1^tau) - C eta b1/(1-b1) ] - b1^tau |mom_0|,  b1^tau <= lambda eta
 *
 * @param run a checked run of Adam
 * @param wait steps after which an example counts as long unseen
 * @param sign 1; -1 in a mutant
 * @returns what happened, or undefined
 * Source: ours, docs/notes/signs.md.
 */
export function decayViolation(run: DynamicsRun, wait: Wait, sign = 1): string | undefined {
  const { betas, lr, weightDecay } = hyperOf(run);
  const long = wait(betas, lr * weightDecay);
  const slow = (momentRatio(betas) * betas[0]) / (1 - betas[0]);
  let largest: Float64Array | undefined;
  for (const at of weightSteps(run)) {
    largest = gradientOf(at).map((g, a) => Math.max(Math.abs(g), largest?.[a] ?? 0));
    const step = normalizedStep(at);
    for (const a of unseenWeights(at, long)) {
      const w = at.at.weights[a] as number;
      if (Math.abs(w) <= 2 * lr * (slow + (largest[a] as number))) continue;
      if (Math.sign(step[a] as number) !== sign * Math.sign(w)) {
        return `step ${at.at.step + 1}, weight ${a}: w = ${w}, but the step is ${step[a]} (long unseen from ${long} steps on)`;
      }
    }
  }
  return undefined;
}

/** The largest |step| of a weight on a long unseen support, and by how much of it rounding may be off. */
export function largestUnseenStep(run: DynamicsRun, wait: Wait): number | null {
  const { betas, lr, weightDecay } = hyperOf(run);
  const long = wait(betas, lr * weightDecay);
  let largest = 0;
  for (const at of weightSteps(run)) {
    const step = normalizedStep(at);
    for (const a of unseenWeights(at, long)) {
      const error = (ROUNDING * Math.abs(at.at.weights[a] as number)) / lr;
      largest = Math.max(largest, Math.abs(step[a] as number) - error);
    }
  }
  return largest > 0 ? largest : null;
}
