import { caseSeed } from "../../proofs-check/checks/caseSeed.ts";
import { runOf } from "../../proofs-check/meeting.ts";
import { LARGE, runFor } from "../../proofs-check/support/choices/adamChoices.ts";
import { choiceSizes, sizesText } from "../../proofs-check/support/choices/sizes.ts";
import { enclosuresOf } from "../../src/certified/arithmetics.ts";
import { certifiedMoment } from "../../src/certified/moment.ts";
import { startCertified } from "../../src/certified/training.ts";
import { Undecided } from "../../src/certified/undecided.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import { reduceTo } from "../../src/dynamics/reduce.ts";
import { finish } from "../../src/sim/follow.ts";

/** The setting at which thm-4.1 is measured: n = 8, s = 36, m = 5. */
export const AT: string = sizesText(choiceSizes(LARGE));

const EVERY = 250;

/**
 * The first start of thm-4.1's own setting that ends flipped and fitted in doubles, and what enclosures of so many digits say of it, every few steps.
 *
 * @param times length of the training, in 1/eta
 * @param digits after the point
 * @param first the first case to look at
 * @returns a generator: at each look the step, the features, the training error, and the widest feature; `undecided` ends it
 */
export function* flip(times: number, digits: number, first = 1) {
  for (let index = first; ; index++) {
    const seed = caseSeed(1, index);
    const run = runOf({ ...runFor(LARGE, times, seed), testSize: 1 });
    const { final } = finish(dynamics(run));
    const { "+1": plus, "-1": minus } = final.featureLearning;
    if (final.trainError !== 0 || plus >= 0 || minus >= 0) continue;
    const problem = problemOf(run);
    const { method } = reduceTo(run.method, problem);
    const enclosures = enclosuresOf("binary", digits);
    const training = startCertified(method, problem, enclosures);
    const { labels } = problem.start.examples;
    const everyone = Int32Array.from({ length: run.setting.n }, (_, i) => i);
    const steps = run.epochs as number;
    try {
      while (training.step < steps) {
        training.take(everyone);
        if (training.step % EVERY !== 0 && training.step !== steps) continue;
        const { featureLearning, trainError } = certifiedMoment(training, labels, training.step, enclosures);
        const width = Math.max(...training.signal().map((u) => enclosures.bounds(enclosures.sub(u, u)).hi));
        yield { index, seed, steps, step: training.step, featureLearning, trainError, width };
      }
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      yield { index, seed, steps, step: training.step, undecided: error.message };
    }
    return;
  }
}
