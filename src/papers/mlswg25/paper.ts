import { neighbour } from "../neighbour.ts";

/** [MLSWG25]: a half-life of the second moment that is kept in examples. */
export const MLSWG25 = neighbour({
  tag: "MLSWG25",
  title:
    "Small Batch Size Training for Language Models: When Vanilla SGD Works, and Why Gradient Accumulation Is Wasteful",
  authors: "M. Marek, S. Lotfi, A. Somasundaram, A. G. Wilson, M. Goldblum",
  venue: "NeurIPS 2025",
  arxiv: "2507.07101",
  text: "abstract",
  items: [
    {
      item: "Half-life",
      about: "beta2^(b'/b) at small batches",
      how: "a reading",
      claims: ["mlswg25-half-life"],
      note: "from its abstract; the text is not at hand",
    },
  ],
  readings: [
    { of: "language models", reading: "the network of [T25], by its test error" },
    { of: "equal or better per-FLOP performance", reading: "at equal epochs and one learning rate" },
  ],
});
