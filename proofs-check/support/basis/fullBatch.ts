import { parseRun, type Run } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import type { Trajectory } from "../../../src/sim/trajectory.ts";
import { sizesText } from "../choices/sizes.ts";

/** A problem whose noise is wide in l_inf and narrow in l2, s sigmaP > 1 >= sqrt(s) sigmaP. */
type Sizes = Readonly<Record<"n" | "s" | "sigmaP" | "alpha" | "m" | "sigma0", number>>;

/** What a full-batch training is chosen by. */
export interface FullBatch {
  readonly sizes: Sizes;
  readonly optimizer: Readonly<Record<string, unknown>>;
  readonly epochs: number;
  readonly recordEvery?: number;
  readonly seed: number;
  readonly basis?: "standard" | "rotated";
  readonly testSize?: number;
}

/** The sizes in words. */
export const fullBatchAt = (sizes: Sizes): string => `${sizesText({ ...sizes, q: 3 })}, disjoint, full batch`;

/** The run of such a training, with as many coordinates as supports need. */
export const fullBatchRun = ({
  sizes,
  optimizer,
  epochs,
  recordEvery = epochs,
  seed,
  basis,
  testSize = 200,
}: FullBatch): Run =>
  parseRun({
    setting: {
      ...{ ...sizes, d: sizes.n * sizes.s + 1, q: 3, labels: "balanced", supports: "disjoint" },
      ...(basis === "rotated" && { basis }),
    },
    optimizer: { weightDecay: 0, ...optimizer },
    ...{ batchSize: sizes.n, epochs, recordEvery, seed, testSize },
  });

/**
 * Trains the papers' network on the full batch, all weights.
 *
 * @param training sizes, optimizer, epochs, seed, basis
 * @returns its trajectory
 * Source: ours.
 */
export const fullBatch = (training: FullBatch): Trajectory => simulate(fullBatchRun(training));
