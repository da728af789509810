import { neighbour } from "../neighbour.ts";

/** [XL24]: what AdamW's decay makes of a loss. */
export const XL24 = neighbour({
  tag: "XL24",
  title: "Implicit Bias of AdamW: l_inf Norm Constrained Optimization",
  authors: "S. Xie, Z. Li",
  venue: "ICML 2024",
  arxiv: "2404.04454",
  text: "abstract and introduction, with Theorem 1.1",
  items: [
    {
      item: "Theorem 1.1",
      about: "full-batch AdamW, where it converges, does at a KKT point within |w|_inf <= 1/lambda",
      how: "a reading",
      claims: ["xl24-box"],
      files: ["src/margins/constrained.ts"],
      note: "from its introduction; convergence is read as a long training with a falling learning rate",
    },
  ],
  readings: [
    {
      of: "if it converges",
      reading: "full batch, learning rate falling as 1/sqrt(t): weights, box and gap at the end of a long training",
    },
  ],
});
