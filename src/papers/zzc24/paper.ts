import { neighbour } from "../neighbour.ts";

/** [ZZC24]: where full-batch Adam goes on separable data. */
export const ZZC24 = neighbour({
  tag: "ZZC24",
  title: "The Implicit Bias of Adam on Separable Data",
  authors: "C. Zhang, D. Zou, Y. Cao",
  venue: "NeurIPS 2024",
  arxiv: "2406.10650",
  text: "abstract",
  items: [
    {
      item: "Main theorem",
      about: "full-batch Adam on separable data converges to the largest l_inf margin",
      how: "a reading",
      claims: ["zzc24-linf"],
      files: ["src/margins/margins.ts"],
      note: "from its abstract; rates are not in it",
    },
    {
      item: "Rates of convergence",
      about: "by the exponent of the learning rate",
      how: "not possible",
      note: "its text is not at hand",
    },
  ],
  readings: [
    { of: "the stability constant neglected", reading: "eps = 0" },
    { of: "diminishing learning rates", reading: "lr/sqrt(t); its rates are not in the abstract and are not checked" },
  ],
});
