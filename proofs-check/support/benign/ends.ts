import { dynamicsEnd } from "../../../src/dynamics/dynamics.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { Level } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { keeping } from "../kept.ts";

/** Ends kept: as many as a study of the transition looks at, over a score of seeds. */
const KEPT = 1024;

/** How a training of [C22]'s or [K23]'s model ends. */
export interface End {
  readonly trainLoss: number;
  readonly trainError: number;
  readonly testLoss: number;
  /** Against the labels seen, as expected from that against the true ones: flip + (1 - 2 flip) true. */
  readonly testError: number;
}

/**
 * The end of a training.
 *
 * @param run for gradient descent, with noise on every coordinate but the feature's
 * @param level 1: the Gram matrix of all patches, fresh examples by inner products; 0: every weight
 * @returns undefined where a number was not finite; asked again for the same training, the same object
 */
export const endOf = keeping(KEPT, (run: RunInput, level: Level): End | undefined => {
  const { flip = 0 } = run.setting;
  const end =
    level === 0 ? simulate(parseRun(run)).final : dynamicsEnd({ ...runOf(run), method: "gram" }, { byProducts: true });
  if (!end) return undefined;
  const { trainLoss, trainError, testError, metrics = {} } = end;
  const { testLoss = Infinity, testErrorTrue = testError } = metrics;
  const seen = testErrorTrue === testError ? testError : flip + (1 - 2 * flip) * testErrorTrue;
  return { trainLoss, trainError, testLoss, testError: seen };
});
