import { MNIST } from "../../data/images/shipped.ts";
import type { PlanBase } from "../../experiments/sweep/plan.ts";

/** [T25] D.1: Adam and AdamW with their weight decays, and betas. */
export const ADAMS = { optimizer: ["adam", "adamw"], weightDecay: [5e-4, 0.01] } as const;
export const BETAS = [0.9, 0.99] as const;
export const LR = 5e-4;
/** The smallest batch of [T25] Fig. 1, and that of its Fig. 2. */
export const SMALLEST = 16;

/** Images that are trained on: a power of 2, so that batches divide it. */
export const imagesOf = (quick: boolean): number => (quick ? 256 : 1024);

/** Seeds of a point: the interval of a median of ten holds with 1 - 2^-9. */
export const SEEDS = "1-10";

/**
 * What all studies on images train: MNIST in its four quarters of 14 x 14, five neurons a class.
 *
 * @param quick fewer images
 * @param more what is fixed besides
 * @returns the base of a plan
 */
export function imagesBase(
  quick: boolean,
  more: { readonly setting?: object; readonly [key: string]: unknown } = {},
): PlanBase {
  const { setting, ...run } = more;
  return {
    setting: { n: imagesOf(quick), m: 5, q: 2, sigma0: 0.01, data: { ...MNIST, stride: 14 }, ...setting },
    optimizer: { lr: LR, betas: [...BETAS] },
    testSize: quick ? 2000 : 10_000,
    ...run,
  };
}

/** Batches from 16 to n, each with the epochs that are given of it, recorded at the end alone. */
export function batchesFor(sizes: readonly number[], epochsOf: (size: number) => number) {
  const epochs = sizes.map(epochsOf);
  return { batchSize: sizes, epochs, recordEvery: epochs };
}
