import { Z21_SYNTHETIC } from "../../papers/z21/published.ts";
import type { Row, Target } from "../target.ts";
import { PAPER_LR, testError, trainError } from "./synthetic.ts";

const row = (label: string, name: string, lr: number, quantities: Row["quantities"]): Row => ({
  label,
  optimizer: name,
  batchSize: 200,
  epochs: [10000, 4000],
  runs: [{ preset: "paper", optimizer: { name, lr, weightDecay: Z21_SYNTHETIC.weightDecay }, batchSize: 200 }],
  quantities,
});

/** The step sizes and lambda = 1e-5 are ours: [Z21] prints the outcome, and docs/theory.md 6 the setting. "Near 0" is read as at most 0.05. */
export const gdVsAdam: Target = {
  name: "gd-vs-adam",
  title: "full-batch GD and full-batch Adam from the same start",
  source: "[Z21] synthetic experiment",
  curves: false,
  rows: [
    row("GD, lambda=1e-5, b=200", "sgd", 0.1, [
      trainError({ value: Z21_SYNTHETIC.gd.trainError }),
      testError(Z21_SYNTHETIC.gd.testError),
    ]),
    row("Adam, lambda=1e-5, b=200", "adam", PAPER_LR, [
      trainError({ value: Z21_SYNTHETIC.adam.trainError }),
      testError(Z21_SYNTHETIC.adam.testError),
    ]),
  ],
};
