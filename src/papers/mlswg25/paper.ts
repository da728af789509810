import type { Paper } from "../paper.ts";

/** [MLSWG25]: a half-life of the second moment that is kept in examples. */
export const MLSWG25: Paper = {
  tag: "MLSWG25",
  title:
    "Small Batch Size Training for Language Models: When Vanilla SGD Works, and Why Gradient Accumulation Is Wasteful",
  authors: "M. Marek, S. Lotfi, A. Somasundaram, A. G. Wilson, M. Goldblum",
  venue: "NeurIPS 2025",
  arxiv: "2507.07101",
  text: "abstract",
  settings: [],
  targets: [],
  claims: ["mlswg25-half-life"],
  readings: [
    { of: "language models", reading: "the network of [T25], by its test error" },
    { of: "equal or better per-FLOP performance", reading: "at equal epochs and one learning rate" },
  ],
};
