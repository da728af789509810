import type { Paper } from "../paper.ts";

/** [C22]: a power above two by gradient descent. */
export const C22: Paper = {
  tag: "C22",
  title: "Benign Overfitting in Two-layer Convolutional Neural Networks",
  authors: "Y. Cao, Z. Chen, M. Belkin, Q. Gu",
  venue: "NeurIPS 2022",
  arxiv: "2202.06526",
  text: "abstract and beginning of the introduction; definitions, theorems and lemmas from memory",
  settings: [],
  targets: ["c22-n", "c22-d"],
  claims: ["c22-decomposition", "c22-signal-first", "c22-noise-first", "c22-thm-4.3", "c22-thm-4.4", "c22-transition"],
  readings: [
    { of: "test loss of constant size", reading: "test error above 1/4, or test loss above 0.1, as the claim says" },
    {
      of: "polylogarithms and Condition 4.2",
      reading: "read with constants 1 and without their logarithms, the strictest way",
    },
  ],
};
