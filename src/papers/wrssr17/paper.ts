import { neighbour } from "../neighbour.ts";

/** [WRSSR17]: what adaptive methods cost in generalization. */
export const WRSSR17 = neighbour({
  tag: "WRSSR17",
  title: "The Marginal Value of Adaptive Gradient Methods in Machine Learning",
  authors: "A. C. Wilson, R. Roelofs, M. Stern, N. Srebro, B. Recht",
  venue: "NeurIPS 2017",
  arxiv: "1705.08292",
  text: "abstract",
  items: [
    {
      item: "Experiments with deep networks",
      about: "adaptive methods generalize worse than SGD, often significantly, even where they train better",
      how: "a reading",
      claims: ["wrssr17-worse"],
      note: "measured there of deep networks; asked here of the data of [T25], at the full batch and at batches of one example",
    },
    {
      item: "Constructed classification problem",
      about: "linearly separable data on which GD and SGD reach test error 0, and AdaGrad, Adam and RMSProp nearly 1/2",
      how: "not yet",
      note: "its data are not in the abstract",
    },
  ],
  readings: [
    { of: "adaptive methods", reading: "Adam, RMSprop and AdaGrad, as PyTorch has them" },
    { of: "significantly worse", reading: "a test error larger by 0.05, in at least half of the seeds" },
  ],
});
