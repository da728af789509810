import type { Paper } from "../paper.ts";

/** [CS26]: what beta2 does at large and at small batches. */
export const CS26: Paper = {
  tag: "CS26",
  title: "The Effect of Mini-Batch Noise on the Implicit Bias of Adam",
  authors: "M. D. Cattaneo, B. Shigida",
  venue: "preprint 2026",
  arxiv: "2602.01642",
  text: "abstract",
  settings: [],
  targets: [],
  claims: ["cs26-beta2"],
  readings: [
    { of: "large batch sizes", reading: "n/b = 4, and the full batch" },
    { of: "hurting generalization", reading: "the test error after 100 epochs" },
  ],
};
