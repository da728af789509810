import type { Row, Target } from "../target.ts";
import { PAPER_LR, testError, trainError } from "./synthetic.ts";

const row = (label: string, name: string, lr: number, quantities: Row["quantities"]): Row => ({
  label,
  optimizer: name,
  batchSize: 200,
  epochs: [10000, 4000],
  runs: [{ preset: "paper", optimizer: { name, lr, weightDecay: 1e-5 }, batchSize: 200 }],
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
      trainError({ value: 0 }),
      testError({ words: "near 0", range: [0, 0.05] }),
    ]),
    row("Adam, lambda=1e-5, b=200", "adam", PAPER_LR, [
      trainError({ value: 0 }),
      testError({ words: "well above 1/2", range: [0.5, 1] }),
    ]),
  ],
};
