import { dynamics } from "../../src/dynamics/dynamics.ts";
import { finish } from "../../src/sim/follow.ts";
import type { Level } from "../claim.ts";
import { type RunInput, runOf } from "../meeting.ts";

/** How a run of coefficients ends. */
export interface Outcome {
  readonly trainError: number;
  readonly testError: number;
}

/**
 * Trains to the end and judges fresh examples.
 *
 * @param input a run file
 * @param level 1 for an exact recurrence, 2 for the papers' sign recurrence
 * @returns both errors
 * Source: ours.
 */
export function outcomeOf(input: RunInput, level: Level): Outcome {
  const run = runOf(input);
  const { final } = finish(dynamics(level === 2 ? { ...run, method: "sign" } : run));
  return { trainError: final.trainError, testError: final.testError };
}

/** An outcome as a sentence. */
export const told = ({ trainError, testError }: Outcome): string =>
  `training error ${trainError}, test error ${testError}`;
