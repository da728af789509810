import { integerPower } from "../../../src/numeric/integerPower.ts";
import type { Context } from "../../claim.ts";
import { type RunInput, runOf } from "../../meeting.ts";
import { observe } from "../../observe.ts";
import { sizesText } from "../choices/sizes.ts";
import { largestOf } from "./gdStep.ts";

/** Records of a training as long as the slowest class that is waited for needs. */
const RECORDS = 1000;

const SIZES = { n: 8, d: 1e6, s: 36, sigmaP: 0.05, alpha: 0.3, m: 8 };

/** The sizes of such a study in words; `rest` are those that it chose itself. */
export const gdSizes = (rest: Readonly<Record<string, number>>): string => sizesText({ ...SIZES, ...rest });

/** The letters that scaling studies vary. */
export interface Letters {
  readonly lr: number;
  readonly sigma0: number;
  readonly q: number;
  readonly seed: number;
}

/**
 * Full-batch GD at one point of the letters that scaling studies vary.
 *
 * n = 8, s = 36, sigmaP = 0.05 (s sigmaP = 1.8, sqrt(s) sigmaP = 0.3), alpha = 0.3, m = 8, disjoint supports, no decay
 *
 * @param letters eta = lr, sigma0, q, seed
 * @returns a run file, as long as classes with U >= sigma0/4 need to learn the feature: 1/((q-2) (q p_j/2) eta U^(q-2)) steps
 */
export function gdFamily({ lr, sigma0, q, seed }: Letters): RunInput {
  const setting = {
    ...{ ...SIZES, q, sigma0 },
    ...{ labels: "balanced" as const, supports: "disjoint" as const },
  };
  const optimizer = { name: "sgd", lr, weightDecay: 0, convention: "paper" as const };
  const epochs = Math.ceil(4 / ((q - 2) * q * lr * integerPower(sigma0 / 4, q - 2)));
  const recordEvery = Math.ceil(epochs / RECORDS);
  return { setting, optimizer, batchSize: setting.n, epochs, recordEvery, seed, testSize: 1 };
}

/** How a training came to know the feature of class +1. */
export interface Learnt {
  readonly step: number;
  /** The largest max_i max_r <w_{j,r}, xi_i> until then: over neurons of the example's own class, and over all. */
  readonly own: number;
  readonly all: number;
}

/**
 * The first record at which a training has learnt the feature of class +1: L = 1/m.
 *
 * @param run a run file
 * @param context its level is followed
 * @returns undefined where it does not come within the run's epochs
 */
export function learnt(run: RunInput, { level }: Context): Learnt | undefined {
  const { problem, moments } = observe(runOf(run), level, "record");
  let [own, all] = [0, 0];
  for (const moment of moments) {
    const largest = largestOf(problem, moment);
    own = Math.max(own, largest.own);
    all = Math.max(all, largest.all);
    if (largest.feature[0] >= 1 / run.setting.m) return { step: moment.step, own, all };
  }
  return undefined;
}
