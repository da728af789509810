import type { Target } from "../target.ts";
import { syntheticRow, testError, trainError } from "./synthetic.ts";

export const table1: Target = {
  name: "table1",
  title: "Adam: large batch against mini-batch",
  source: "[T25] Table 1",
  curves: false,
  rows: [
    syntheticRow("adam", 1e-5, 100, [trainError({ value: 0 }), testError({ value: 0.9545 })]),
    syntheticRow("adam", 1e-5, 2, [trainError({ value: 0 }), testError({ value: 0 })]),
  ],
};
