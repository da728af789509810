import type { Paper } from "../paper.ts";

/** [T25]: stochastic Adam and AdamW, large batches against small ones. */
export const T25: Paper = {
  tag: "T25",
  title: "Understanding the Generalization of Stochastic Gradient Adam in Learning Neural Networks",
  authors: "X. Tang, H. Zhang, Y. Cao, D. Zou",
  venue: "NeurIPS 2025",
  arxiv: "2510.11354",
  text: "text without most displayed formulas",
  settings: ["paper", "paper-disjoint"],
  targets: ["table1", "table2", "fig3", "fig4", "fig5", "fig6"],
  claims: [
    ...["relations", "init-scale", "disjoint-supports", "gradient", "residual-sign", "moment-ratio"],
    ...["adam-as-sign", "adamw-as-sign", "adam-large-stage1", "adam-mini-stage1", "adam-mini-stage2"],
    ...["adam-descent", "adam-mini-generalizes", "thm-4.1", "thm-4.2", "cor-4.3"],
    ...["adamw-large-stage1", "adamw-large-flip", "adamw-large-stage2", "adamw-large-fails", "thm-4.4"],
    ...["adamw-mini-stage1", "adamw-mini-stage2", "adamw-mini-generalizes", "thm-4.5", "cor-4.6", "adamw-descent"],
  ],
  readings: [
    { of: "q of the synthetic experiment", reading: "3, its smallest allowed value; not printed" },
    { of: "Figures 3 and 4", reading: "Figure 3 as Adam's, Figure 4 as AdamW's" },
    {
      of: "section 5 and appendix B against appendix C",
      reading: "signs (level 2) and moments (level 1), checked apart",
    },
    { of: "supports of the synthetic experiment", reading: "independent: n s = 20000 is above d - 1, so they overlap" },
  ],
};
