import { neighbour } from "../neighbour.ts";

/** [SHNGS18]: where gradient descent goes on separable data. */
export const SHNGS18 = neighbour({
  tag: "SHNGS18",
  title: "The Implicit Bias of Gradient Descent on Separable Data",
  authors: "D. Soudry, E. Hoffer, M. Shpigel Nacson, S. Gunasekar, N. Srebro",
  venue: "JMLR 2018",
  arxiv: "1710.10345",
  text: "abstract",
  items: [
    {
      item: "Main theorem",
      about: "gradient descent on separable data goes to the largest l2 margin, as slowly as 1/log(1/L)",
      how: "a reading",
      claims: ["shngs18-l2"],
      note: "from its abstract; constants and hypotheses are not in it",
    },
    {
      item: "Other losses, multi-class problems",
      about: "the same for other losses that fall to 0 at infinity, and for more classes than two",
      how: "not yet",
      note: "the logistic loss of two classes alone is looked at",
    },
  ],
  readings: [{ of: "gradient descent", reading: "full batch, a constant learning rate, as long as the loss falls" }],
});
