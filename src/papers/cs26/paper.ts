import { neighbour } from "../neighbour.ts";

/** [CS26]: what beta2 does at large and at small batches. */
export const CS26 = neighbour({
  tag: "CS26",
  title: "The Effect of Mini-Batch Noise on the Implicit Bias of Adam",
  authors: "M. D. Cattaneo, B. Shigida",
  venue: "preprint 2026",
  arxiv: "2602.01642",
  text: "abstract",
  items: [
    {
      item: "Effect of beta2",
      about: "a larger beta2 hurts at large batches, helps at small ones",
      how: "a reading",
      claims: ["cs26-beta2"],
      note: "from its abstract; the text is not at hand",
    },
    {
      item: "Effect of beta1",
      about: "the opposite, of beta1",
      how: "not yet",
      note: "beta1 is not varied",
    },
  ],
  readings: [
    { of: "large batch sizes", reading: "n/b = 4, and the full batch" },
    { of: "hurting generalization", reading: "the test error after 100 epochs" },
  ],
});
