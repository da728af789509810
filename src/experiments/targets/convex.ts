import { Z21_CONVEX } from "../../papers/z21/published.ts";
import type { Result } from "../../sim/simulate.ts";
import type { Quantity, Row, Target } from "../target.ts";
import { measured } from "./synthetic.ts";

type Said = (typeof Z21_CONVEX)[keyof typeof Z21_CONVEX];

const quantities = ({ distance, testErrors }: Said): Quantity[] => [
  {
    name: "relative distance GD to Adam",
    over: ({ distances = [] }) => distances.map(({ epoch, relative }) => ({ epoch, value: relative })),
    published: distance,
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
    published: testErrors,
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
    quantities: quantities(Z21_CONVEX[weightDecay > 0 ? "same" : "different"]),
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
