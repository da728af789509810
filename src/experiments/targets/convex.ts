import type { Result } from "../../sim/simulate.ts";
import type { Quantity, Row, Target } from "../target.ts";
import { measured } from "./synthetic.ts";

const quantities = (same: boolean): Quantity[] => [
  {
    name: "relative distance GD to Adam",
    over: ({ distances = [] }) => distances.map(({ epoch, relative }) => ({ epoch, value: relative })),
    // "The same solution" read as: a hundredth of its length, what is left of Adam's constant step size.
    published: same ? { words: "same solution", range: [0, 0.01] } : { words: "may differ", range: [0, 2] },
  },
  measured("test error of GD", ({ testError }) => testError, null, 0),
  measured("test error of Adam", ({ testError }) => testError, null, 1),
  {
    name: "difference of test errors",
    over: ({ results: [a, b] }) =>
      (a as Result).history.map(({ epoch, testError }, k) => ({
        epoch,
        value: Math.abs(testError - ((b as Result).history[k]?.testError ?? Number.NaN)),
      })),
    published: same ? { words: "same test error", range: [0, 0.01] } : { words: "may differ", range: [0, 1] },
  },
];

const row = (weightDecay: number): Row => {
  const run = (name: string, lr: number) => ({
    preset: "paper",
    network: "linear",
    optimizer: { name, lr, weightDecay },
    batchSize: 200,
  });
  return {
    label: `linear model, GD and Adam, lambda=${weightDecay}`,
    optimizer: "sgd+adam",
    batchSize: 200,
    epochs: [10000, 4000],
    runs: [run("sgd", 1), run("adam", 1e-3)],
    quantities: quantities(weightDecay > 0),
  };
};

/** Step sizes and lambda are ours; the theorem holds for any lambda > 0 once training has converged. */
export const convex: Target = {
  name: "convex",
  title: "a convex model: GD and Adam reach one solution with weight decay, and may differ without",
  source: "[Z21] Theorem 4.2",
  curves: true,
  rows: [row(0.01), row(0)],
};
