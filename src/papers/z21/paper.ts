import type { Paper } from "../paper.ts";

/** [Z21]: full-batch Adam against gradient descent. */
export const Z21: Paper = {
  tag: "Z21",
  title: "Understanding the Generalization of Adam in Learning Neural Networks with Proper Regularization",
  authors: "D. Zou, Y. Cao, Y. Li, Q. Gu",
  venue: "ICLR 2023",
  arxiv: "2108.11371",
  text: "at second hand: what [T25] says of it",
  settings: ["paper"],
  targets: ["gd-vs-adam", "convex"],
  claims: ["adam-large-flip", "gd-signal", "gd-noise", "gd-generalizes", "convex-same"],
  readings: [
    { of: "step sizes and lambda of the synthetic experiment", reading: "0.1 (GD), 5e-5 (Adam), 1e-5: ours" },
    { of: "the convex model of Theorem 4.2", reading: "the linear one" },
  ],
};
