import { neighbour } from "../neighbour.ts";

/** [BSY25]: where Adam goes that sees one example a step. */
export const BSY25 = neighbour({
  tag: "BSY25",
  title: "Implicit Bias of Per-sample Adam on Separable Data: Departure from the Full-batch Regime",
  authors: "B. Baek, M. Song, C. Yun",
  venue: "ICLR 2026",
  arxiv: "2510.26303",
  text: "abstract; its data and theorems as public summaries have them",
  items: [
    {
      item: "Theorem 3.3",
      about: "on scaled Rademacher data incremental Adam converges to the largest l2 margin",
      how: "a reading",
      claims: ["bsy25-batch-one"],
      files: ["proofs-check/support/margins/scaledRademacher.ts"],
      note: "from abstract and summaries; sizes, betas and learning rate are ours",
    },
    {
      item: "Theorem 5.1",
      about: "Signum converges to the largest l_inf margin at any batch size, its momentum close enough to 1",
      how: "a reading",
      claims: ["bsy25-batch-one"],
      note: "from abstract and summaries; b1 = 0.99",
    },
    {
      item: "AdamProxy",
      about: "on general data the margin of a norm that the data make",
      how: "not possible",
      note: "its text is not at hand",
    },
  ],
  readings: [
    { of: "incremental Adam", reading: "batch size 1, examples in a cycle; eps = 0" },
    { of: "close enough to 1", reading: "0.99" },
  ],
});
