import type { Paper } from "../paper.ts";

/** [XL24]: what AdamW's decay makes of a loss. */
export const XL24: Paper = {
  tag: "XL24",
  title: "Implicit Bias of AdamW: l_inf Norm Constrained Optimization",
  authors: "S. Xie, Z. Li",
  venue: "ICML 2024",
  arxiv: "2404.04454",
  text: "abstract and introduction, with Theorem 1.1",
  settings: [],
  targets: [],
  claims: ["xl24-box"],
  readings: [
    {
      of: "if it converges",
      reading: "full batch, learning rate falling as 1/sqrt(t): weights, box and gap at the end of a long training",
    },
  ],
};
