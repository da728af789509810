import type { Context } from "../../claim.ts";
import type { RunInput } from "../../meeting.ts";
import { runOfAsked } from "../../ofOptimizer.ts";
import { trajectoryOf } from "../choices/chosenRun.ts";

/** How a run of coefficients ends. */
export interface Outcome {
  readonly trainError: number;
  readonly testError: number;
}

/**
 * Trains to the end and judges fresh examples.
 *
 * @param input a run file
 * @param context the level, 0: all weights, 1: an exact recurrence, 2: the papers' sign recurrence; and the optimizer that is asked of
 * @returns both errors
 * Source: ours.
 */
export function outcomeOf(input: RunInput, context: Context): Outcome {
  const { final } = trajectoryOf(runOfAsked(input, context), context.level);
  return { trainError: final.trainError, testError: final.testError };
}

/**
 * How a run ends otherwise than claimed.
 *
 * @param came whether an outcome is as claimed
 * @returns of a run in a context its outcome as a sentence, undefined where it is as claimed
 * Source: ours.
 */
export const disagreement = (came: (outcome: Outcome) => boolean) => (input: RunInput, context: Context) => {
  const outcome = outcomeOf(input, context);
  return came(outcome) ? undefined : told(outcome);
};

/** An outcome as a sentence. */
export const told = ({ trainError, testError }: Outcome): string =>
  `training error ${trainError}, test error ${testError}`;
