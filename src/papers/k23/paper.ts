import type { Paper } from "../paper.ts";

/** [K23]: ReLU with flipped labels by gradient descent. */
export const K23: Paper = {
  tag: "K23",
  title: "Benign Overfitting in Two-layer ReLU Convolutional Neural Networks",
  authors: "Y. Kou, Z. Chen, Y. Chen, Q. Gu",
  venue: "ICML 2023",
  arxiv: "2303.04145",
  text: "abstract, beginning of the introduction and the authors' script with its heat map; theorem and lemmas from memory",
  settings: [],
  targets: ["k23", "k23-sum", "k23-n", "k23-adam"],
  claims: ["k23-active", "k23-balance", "k23-ratio", "k23-thm-3.2", "k23-transition"],
  readings: [
    {
      of: "noise along the feature",
      reading: "N(0, sigmaP^2 I), as the script draws it: its line that would project it off is commented out",
    },
    { of: "output scale", reading: "1/m in the paper, 1/2 (a mean over two patches) in the script: both can be run" },
    { of: "the boundary", reading: "where the mean test error, against the labels seen, passes the script's cut 0.2" },
    {
      of: "constants C, C1, C2, C3",
      reading: "not printed: the claim is checked as an exponent, and at n |mu|^4 far above and far below sigmaP^4 d",
    },
  ],
};
