import type { Paper } from "../paper.ts";

/** [MLPA22]: the square-root rule of batch size for Adam. */
export const MLPA22: Paper = {
  tag: "MLPA22",
  title: "On the SDEs and Scaling Rules for Adaptive Gradient Algorithms",
  authors: "S. Malladi, K. Lyu, A. Panigrahi, S. Arora",
  venue: "NeurIPS 2022",
  arxiv: "2205.10287",
  text: "abstract; the rule as others quote it",
  settings: [],
  targets: [],
  claims: ["mlpa22-square-root"],
  readings: [
    {
      of: "the same trajectory",
      reading: "medians over seeds of feature learning and of the largest noise coefficient, at the same epoch",
    },
    { of: "adaptive gradient methods", reading: "Adam without weight decay; RMSprop is not checked" },
  ],
};
