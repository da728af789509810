import { dynamics } from "../../src/dynamics/dynamics.ts";
import { fateOf } from "../../src/experiments/sweep/fates.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { isPapers } from "../../src/setting/mustBePapers.ts";
import type { Run } from "../../src/sim/run.ts";
import { simulation } from "../../src/sim/simulate.ts";
import type { Trajectory } from "../../src/sim/trajectory.ts";
import { nowhere, type Place } from "./atlas.ts";

/** Of the papers' model coefficients where supports are apart, and d is no matter; else the network itself. Both are exact. */
const trainingOf = (run: Run): Generator<number, Trajectory, boolean | undefined> =>
  run.setting.supports === "disjoint" && isPapers(run) ? dynamics({ ...run, method: "auto" }) : simulation(run);

/**
 * Trains a place of the map.
 *
 * @param run as `runAt` makes it
 * @returns a generator that yields between its legs; its value: how the training ended, region null where it cannot begin
 */
export function* placeOf(run: Run): Generator<number, Place, boolean | undefined> {
  try {
    const ended = yield* trainingOf(run);
    return { region: fateOf(ended), testError: ended.final.testError };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return nowhere;
  }
}
