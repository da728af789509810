import fc from "fast-check";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { log } from "../../../src/numeric/log.ts";
import { power } from "../../../src/numeric/power.ts";
import type { RunInput } from "../../meeting.ts";
import { share } from "../../uniform.ts";
import { hyperOf, supportOf } from "./asSign.ts";
import { sparseRun, type Wait } from "./signRuns.ts";
import { normalizedStep, weightSteps } from "./weightSteps.ts";

/** Of the band: what rounding and an older visit leave. */
const SLACK = 0.01;

/** Steps after which sec has forgotten a visit: b2^(tau/2) <= (lambda eta)^2, which is what n/b = Omega(log(1/(lambda eta))) stands for in C.11's proof. */
export const waitOfRoot: Wait = ([, b2], lambdaEta) => (4 * log(1 / lambdaEta)) / -log(b2);

/**
 * Steps after a visit for which Lemma C.11 says that the visit's gradient still decides.
 *
 * b1^tau0 >= lambda/(s sigmaP), so tau0 <= ln(s sigmaP/lambda)/(-ln b1)
 *
 * @param run a checked run of AdamW
 * @returns a number of steps, not rounded
 * Source: [T25] Lemma C.11.
 */
export function latelySteps(run: DynamicsRun): number {
  const { betas, weightDecay } = hyperOf(run);
  return log((run.setting.s * run.setting.sigmaP) / weightDecay) / -log(betas[0]);
}

/** Runs over single examples, each unseen for so long that sec has forgotten it: eta from 3 10^-5 to 3 10^-3, lambda from 10^-4 to 10^-1, eps = lambda eta. */
export const latelyRuns: fc.Arbitrary<RunInput> = fc
  .record({
    betas: fc.constantFrom<readonly [number, number]>([0.2, 0.4], [0.3, 0.5], [0.5, 0.7]),
    lrShare: share,
    decayShare: share,
    seed: fc.nat({ max: 1e6 }),
  })
  .map(({ betas, lrShare, decayShare, seed }) => {
    const numbers = { lr: 3e-3 / power(10, 2 * lrShare), weightDecay: 0.1 / power(10, 3 * decayShare) };
    return sparseRun("adamw", { betas, convention: "paper", ...numbers }, waitOfRoot, seed);
  });

/**
 * The first weight on the support of an example seen lately that does not step along the gradient of that visit.
 *
 * |g| >= eta s sigmaP/sqrt(1-b2), tau0 <= ln(s sigmaP/lambda)/(-ln b1):  sgn(g) step in [1/2, 1] (1-b1)/sqrt(1-b2) (b1/sqrt(b2))^tau0
 *
 * since step = b1^tau0 (1-b1) g/(b2^(tau0/2) sqrt(1-b2) |g| + eps), and there b2^(tau0/2) sqrt(1-b2) |g| >= (lambda/(s sigmaP)) eta s sigmaP = eps.
 *
 * @param run a checked run of AdamW, single examples, eps = lambda eta, no bias correction
 * @param options a mutant's sign, and how many times C.11's steps count as lately
 * @returns what happened, or undefined
 * Source: ours, from [T25] C.11, whose display is not in the text we have.
 */
export function latelyViolation(run: DynamicsRun, { sign = 1, steps = 1 } = {}): string | undefined {
  const { betas, lr, weightDecay } = hyperOf(run);
  const [b1, b2] = betas;
  const [lately, forgotten] = [steps * latelySteps(run), waitOfRoot(betas, lr * weightDecay)];
  const root = Math.sqrt(1 - b2);
  const threshold = (lr * run.setting.s * run.setting.sigmaP) / root;
  /** The gradient of an example's last visit, if the one before it was forgotten. */
  const last = new Map<number, Float64Array>();
  let before: Float64Array | undefined;
  for (const at of weightSteps(run)) {
    for (const i of at.batch) {
      if ((before?.[i] ?? Number.POSITIVE_INFINITY) + 1 >= forgotten) last.set(i, at.ofLoss);
      else last.delete(i);
    }
    before = at.unseen.slice();
    const step = normalizedStep(at);
    for (const [i, gradient] of last) {
      const tau = at.unseen[i] as number;
      if (tau > lately) continue;
      const full = ((1 - b1) / root) * power(b1 / Math.sqrt(b2), tau);
      for (const a of supportOf(at, i)) {
        const g = gradient[a] as number;
        if (Math.abs(g) < threshold) continue;
        const along = (sign * Math.sign(g) * (step[a] as number)) / full;
        if (along < 0.5 - SLACK || along > 1 + SLACK) {
          return `step ${at.at.step + 1}, weight ${a}, seen ${tau} steps ago with g = ${g}: sgn(g) step is ${along} times (1-b1)/sqrt(1-b2) (b1/sqrt(b2))^tau0`;
        }
      }
    }
  }
  return undefined;
}
