import type { Paper } from "../paper.ts";

/** [ZZC24]: where full-batch Adam goes on separable data. */
export const ZZC24: Paper = {
  tag: "ZZC24",
  title: "The Implicit Bias of Adam on Separable Data",
  authors: "C. Zhang, D. Zou, Y. Cao",
  venue: "NeurIPS 2024",
  arxiv: "2406.10650",
  text: "abstract",
  settings: [],
  targets: [],
  claims: ["zzc24-linf"],
  readings: [
    { of: "the stability constant neglected", reading: "eps = 0" },
    { of: "diminishing learning rates", reading: "lr/sqrt(t); its rates are not in the abstract and are not checked" },
  ],
};
