import { neighbour } from "../neighbour.ts";

/** [XML24]: the geometry that Adam makes use of. */
export const XML24 = neighbour({
  tag: "XML24",
  title: "Adam Exploits l_inf-geometry of Loss Landscape via Coordinate-wise Adaptivity",
  authors: "S. Xie, M. A. Mohamadi, Z. Li",
  venue: "ICLR 2025",
  arxiv: "2410.08198",
  text: "abstract",
  items: [
    {
      item: "Experiments with rotated losses",
      about: "Adam performs much worse in a rotated basis, SGD is unaffected",
      how: "a reading",
      claims: ["xml24-basis"],
      note: "measured there of GPT-2 and ResNet; asked here of the data of [T25], where the outcome is another one",
    },
    {
      item: "Convergence under smoothness in l_inf",
      about: "Adam's rate by the sum of the Hessian's entries",
      how: "not possible",
      note: "its text is not at hand",
    },
  ],
  readings: [{ of: "performs worse", reading: "a larger training loss early, or a larger test error at the end" }],
});
