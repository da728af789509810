import { neighbour } from "../neighbour.ts";

/** [WA24]: the timescale of the best weight decay. */
export const WA24 = neighbour({
  tag: "WA24",
  title: "How to set AdamW's weight decay as you scale model and dataset size",
  authors: "X. Wang, L. Aitchison",
  venue: "ICML 2025",
  arxiv: "2405.13698",
  text: "abstract",
  items: [
    {
      item: "Timescale",
      about: "the best weight decay of AdamW keeps b/(eta lambda n)",
      how: "a reading",
      claims: ["wa24-timescale"],
      note: "from its abstract; the text is not at hand",
    },
    {
      item: "Model size",
      about: "the best weight decay grows with the width under muP",
      how: "not yet",
      note: "widths are not varied with their learning rates",
    },
  ],
  readings: [
    { of: "optimal", reading: "the least test error, of equal ones the largest feature beside fresh noise" },
    { of: "dataset size", reading: "n at fixed s, b and epochs; model size is not varied" },
  ],
});
