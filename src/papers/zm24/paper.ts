import { neighbour } from "../neighbour.ts";

/** [ZM24]: what a rotation of the parameters does to Adam. */
export const ZM24 = neighbour({
  tag: "ZM24",
  title: "Understanding Adam Requires Better Rotation Dependent Assumptions",
  authors:
    "T. H. Zhang, L. Maes, A. Milligan, A. Jolicoeur-Martineau, I. Mitliagkas, D. Scieur, S. Lacoste-Julien, C. Guille-Escuret",
  venue: "NeurIPS 2025",
  arxiv: "2410.19964",
  text: "abstract; its Proposition 1 at second hand",
  items: [
    {
      item: "Proposition 1",
      about: "gradient descent with momentum is equivariant under rotations, Adam is not",
      how: "a reading",
      claims: ["zm24-rotation"],
      files: ["src/data/rotation.ts"],
      note: "of the papers' network, by losses and <w, v>",
    },
    {
      item: "Transformers under random rotations",
      about: "Adam's performance degrades",
      how: "not possible",
      note: "transformers are not here; [XML24] is asked on the papers' data",
    },
  ],
  readings: [{ of: "random rotations", reading: "Haar, reflections included" }],
});
