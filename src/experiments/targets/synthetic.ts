import { T25_RUNS } from "../../papers/t25/settings.ts";
import type { Result } from "../../sim/simulate.ts";
import type { Moment } from "../../sim/trajectory.ts";
import type { Published, Quantity, Row } from "../target.ts";

/** Epochs and step size of every synthetic run of [T25] D.2. */
export const { epochs: PAPER_EPOCHS, lr: PAPER_LR } = T25_RUNS;

/**
 * Epochs of a quick run: enough steps to fit, where a batch is small or all.
 *
 * @param batchSize from 1 to 200
 * @returns from 200 to 4000
 */
export const quickEpochs = (batchSize: number): number => Math.min(4000, Math.max(200, 40 * batchSize));

/** A quantity of every recorded moment of one of a job's runs. */
export const measured = (
  name: string,
  of: (moment: Moment) => number,
  published: Published,
  run: 0 | 1 = 0,
): Quantity => ({
  name,
  over: ({ results }) => (results[run] as Result).history.map((moment) => ({ epoch: moment.epoch, value: of(moment) })),
  published,
});

export const trainError = (published: Published) => measured("train error", ({ trainError }) => trainError, published);
export const testError = (published: Published) => measured("test error", ({ testError }) => testError, published);
export const trainLoss = (published: Published) => measured("train loss", ({ trainLoss }) => trainLoss, published);

/** Training and test error beside published ones. */
export const errorsOf = (published: { readonly trainError: number; readonly testError: number }): Quantity[] => [
  trainError({ value: published.trainError }),
  testError({ value: published.testError }),
];

/** Feature learning and noise memorization, the weaker class of each: what the figures of [T25] draw. */
export const FEATURE_AND_NOISE: readonly Quantity[] = [
  measured("feature learning, lower class", ({ featureLearning: f }) => Math.min(f["+1"], f["-1"]), null),
  measured(
    "noise memorization, least memorized",
    ({ noiseMemorization: { min } }) => Math.min(min["+1"] as number, min["-1"] as number),
    null,
  ),
];

/**
 * A row of the synthetic experiment of [T25] D.2: the `paper` preset, eta = 5e-5, 10^4 epochs, PyTorch's conventions.
 *
 * @param name adam or adamw
 * @param weightDecay lambda
 * @param batchSize 100 (large) or 2 (mini)
 * @param quantities what to look at
 * @returns the row; equal configurations are run once, whichever targets ask for them
 * Source: [T25] D.2.
 */
export function syntheticRow(
  name: "adam" | "adamw",
  weightDecay: number,
  batchSize: number,
  quantities: readonly Quantity[],
): Row {
  return {
    label: `${name === "adam" ? "Adam" : "AdamW"}, lambda=${weightDecay < 1e-3 ? weightDecay.toExponential() : weightDecay}, b=${batchSize}`,
    optimizer: name,
    batchSize,
    epochs: [PAPER_EPOCHS, quickEpochs(batchSize)],
    runs: [{ preset: "paper", optimizer: { name, lr: PAPER_LR, weightDecay }, batchSize }],
    quantities,
  };
}
