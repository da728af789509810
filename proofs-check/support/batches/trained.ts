import { dynamics } from "../../../src/dynamics/dynamics.ts";
import { type DynamicsRun, parseDynamics } from "../../../src/dynamics/run.ts";
import { finish } from "../../../src/sim/follow.ts";
import type { Moment } from "../../../src/sim/trajectory.ts";
import { sizesText } from "../choices/sizes.ts";
import { keeping } from "../kept.ts";

/** Last moments kept: as many as the checks of a claim look at, over a score of seeds. */
const KEPT = 1024;

/** What such a training is chosen by. */
export interface Chosen {
  /** Training examples, and the entries of each one's noise. */
  readonly n: number;
  readonly s: number;
  readonly sigma0: number;
  /** Share of labels that are flipped. */
  readonly flip?: number;
  readonly optimizer: Readonly<Record<string, unknown>> & { readonly name: string; readonly lr: number };
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

const settingOf = ({ n, s, sigma0, flip }: Pick<Chosen, "n" | "s" | "sigma0" | "flip">) => ({
  ...{ n, d: 2 * n * s + 1, s, sigmaP: 1 / Math.sqrt(s), alpha: 0.2, m: 10, q: 3, sigma0 },
  ...{ labels: "balanced", supports: "disjoint" },
  ...(flip !== undefined && { flip }),
});

/** The sizes of such a training, in words. */
export const trainedAt = (sizes: Pick<Chosen, "n" | "s" | "sigma0" | "flip">): string => sizesText(settingOf(sizes));

/** The run of such a training. */
export const trainedRun = ({ optimizer, batchSize, epochs, seed, ...sizes }: Chosen): DynamicsRun =>
  parseDynamics({
    setting: settingOf(sizes),
    ...{ optimizer, batchSize, epochs, seed, testSize: 1000, recordEvery: epochs },
  });

/**
 * Trains in coefficients to the end: supports apart, sigmaP = 1/sqrt(s), alpha = 0.2.
 *
 * @param chosen sizes, optimizer, batch size, epochs, seed
 * @returns the last moment; asked again for the same one, the same object
 * Source: ours.
 */
export const trained = keeping(KEPT, (chosen: Chosen): Moment => finish(dynamics(trainedRun(chosen))).final);
