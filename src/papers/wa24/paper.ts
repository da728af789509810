import type { Paper } from "../paper.ts";

/** [WA24]: the timescale of the best weight decay. */
export const WA24: Paper = {
  tag: "WA24",
  title: "How to set AdamW's weight decay as you scale model and dataset size",
  authors: "X. Wang, L. Aitchison",
  venue: "ICML 2025",
  arxiv: "2405.13698",
  text: "abstract",
  settings: [],
  targets: [],
  claims: ["wa24-timescale"],
  readings: [
    { of: "optimal", reading: "the least test error, of equal ones the largest feature beside fresh noise" },
    { of: "dataset size", reading: "n at fixed s, b and epochs; model size is not varied" },
  ],
};
