import { momentRatio } from "../../../src/bounds/hypotheses/momentRatio.ts";
import type { DynamicsRun } from "../../../src/dynamics/run.ts";
import { bandOf, changeAt, epsThreshold, hyperOf, slowness } from "./asSign.ts";
import { descentAt, type Objective } from "./descent.ts";
import { weightSteps } from "./weightSteps.ts";

/** Rounding of a difference of mean losses of order 1. */
const ROUNDING = 2 ** -48;

/**
 * The first step of a full-batch training that descends by less than the sign lemmas leave it.
 *
 *   fall >= eta c |grad J|_1 - eta^2 sum_k [ (C + c)(2 K V_k + eps/(eta sqrt(1-b2))) + 2 move V_k ],   c = f/5:
 *
 * weights above the threshold of the sign lemmas step by c at least along their sign, the others against it by C at most, and the second order is
 * eta^2 move sum_k V_k/2 at most, taken four times for what V leaves out. The sum over weights is the O~(eta^2 d).
 *
 * @param run a checked run of Adam or AdamW with b = n
 * @param objective J
 * @param rate 1; more in a mutant
 * @returns what happened, or undefined
 * Source: ours, docs/notes/signs.md.
 */
export function descentViolation(run: DynamicsRun, objective: Objective, rate = 1): string | undefined {
  const hyper = hyperOf(run);
  const { lr, betas } = hyper;
  const most = momentRatio(betas);
  const everyone = Int32Array.from({ length: run.setting.n }, (_, i) => i);
  let change: Float64Array | undefined;
  for (const step of weightSteps(run)) {
    const now = changeAt(step, hyper, run.setting.n);
    change = change ? change.map((v, a) => Math.max(v, now[a] as number)) : now;
    const [least] = bandOf(hyper, step.at.step + 1, true);
    const { fall, norm } = descentAt(step, objective, [everyone]);
    const own = change.reduce((sum, v) => sum + 2 * lr * slowness(betas) * v + epsThreshold(hyper), 0);
    const bend = 2 * lr * most * change.reduce((sum, v) => sum + v, 0);
    const bound = lr * (rate * least * norm - (most + least) * own - bend) - ROUNDING;
    if (fall < bound) return `step ${step.at.step + 1}: it falls by ${fall} < ${bound}, |grad J|_1 = ${norm}`;
  }
  return undefined;
}
