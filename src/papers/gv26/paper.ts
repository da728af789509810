import { neighbour } from "../neighbour.ts";

/** [GV26]: which margin momentum methods enlarge on homogeneous networks. */
export const GV26 = neighbour({
  tag: "GV26",
  title: "The Implicit Bias of Adam and Muon on Smooth Homogeneous Neural Networks",
  authors: "E. Gronich, G. Vardi",
  venue: "ICML 2026",
  arxiv: "2602.16340",
  text: "abstract; its hypotheses as public summaries have them",
  items: [
    {
      item: "Adam",
      about: "without stability constant it goes to a KKT point of the largest l_inf margin",
      how: "a reading",
      claims: ["gv26-homogeneous"],
      files: ["src/margins/margins.ts"],
      note: "from its abstract; proved of flows, asked here of steps with a falling learning rate",
    },
    {
      item: "Muon and momentum steepest descent",
      about: "KKT points of the margins of their norms",
      how: "not yet",
      note: "margins and optimizers are here, no claim asks",
    },
  ],
  readings: [
    { of: "lr of order o(t^(1/L - 1)) whose integral diverges", reading: "t^-0.7, for L = q = 3" },
    {
      of: "the direction converges with a positive margin, an assumption of the theorem",
      reading: "seeds that do not fit cannot tell; of the others the end of a long training",
    },
  ],
});
