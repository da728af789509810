import { neighbour } from "../neighbour.ts";

/** [MLPA22]: the square-root rule of batch size for Adam. */
export const MLPA22 = neighbour({
  tag: "MLPA22",
  title: "On the SDEs and Scaling Rules for Adaptive Gradient Algorithms",
  authors: "S. Malladi, K. Lyu, A. Panigrahi, S. Arora",
  venue: "NeurIPS 2022",
  arxiv: "2205.10287",
  text: "abstract; the rule as others quote it",
  items: [
    {
      item: "Square-root rule",
      about: "b, eta, betas and eps that leave trajectories alike",
      how: "a reading",
      claims: ["mlpa22-square-root"],
      note: "from its abstract, with the exponents as they are quoted; the orders of weak approximation are not in it",
    },
    {
      item: "SDE approximation",
      about: "a stochastic differential equation that Adam approximates weakly",
      how: "not possible",
      note: "its text is not at hand",
    },
  ],
  readings: [
    {
      of: "the same trajectory",
      reading: "medians over seeds of feature learning and of the largest noise coefficient, at the same epoch",
    },
    { of: "adaptive gradient methods", reading: "Adam without weight decay; RMSprop is not checked" },
  ],
});
