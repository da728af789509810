import { neighbour } from "../neighbour.ts";

/** [C19]: optimizers by what they can approximate. */
export const C19 = neighbour({
  tag: "C19",
  title: "On Empirical Comparisons of Optimizers for Deep Learning",
  authors: "D. Choi, C. J. Shallue, Z. Nado, J. Lee, C. J. Maddison, G. E. Dahl",
  venue: "arXiv 2019",
  arxiv: "1910.05446",
  text: "not read: its inclusion argument as it is commonly told",
  items: [
    {
      item: "Inclusion of momentum in Adam",
      about: "with eps far above |g| and lr in proportion Adam is momentum",
      how: "a reading",
      claims: ["c19-eps"],
      files: ["proofs-check/support/eps/stepPair.ts", "proofs-check/support/eps/trajectoryPair.ts"],
      note: "bounds and outcomes are ours; without bias correction",
    },
  ],
  readings: [{ of: "approximates", reading: "relative differences of at most max |g|/eps, step by step" }],
});
