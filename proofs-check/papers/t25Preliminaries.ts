import { itemOf, type PaperPart } from "./item.ts";

const t25 = itemOf("T25");

/** [T25] appendix A. */
export const T25_PRELIMINARIES: PaperPart = {
  title: "[T25] Appendix A: conditions, start, gradients",
  items: [
    t25("Condition A.1", "d, s, sigma_p, alpha as functions of n", {
      how: "a reading",
      claims: ["relations"],
      files: ["src/setting/family.ts", "src/bounds/hypotheses/hypotheses.ts", "src/bounds/hypotheses/margin.ts"],
      note: "at one n Theta is read within a factor 4, polylog n as up to (log n)^2, unless constants are given; d = poly(n) says nothing there",
    }),
    t25("Condition A.2", "sigma_0, m, eta, eps as functions of n", {
      how: "a reading",
      claims: ["relations"],
      files: ["src/setting/family.ts", "src/bounds/hypotheses/hypotheses.ts"],
      note: "as A.1; eta = 1/poly(n) says nothing at one n",
    }),
    t25("Section A.1, equations frequently used", "s sigma_p = omega(1), alpha = o(1), eta s = o(sigma0^(q-1)), ...", {
      how: "a reading",
      claims: ["relations"],
      files: ["src/bounds/order/relations.ts"],
      note: "their display is not in the text we have: those that the proofs use by name",
    }),
    t25("Lemma A.3", "sizes of <w,v> and <w,xi_i> at the start", {
      how: "a reading",
      claims: ["init-scale"],
      note: "its display is not in the text we have; read of the typical and largest pair, and of every one",
    }),
    t25("Lemma A.4", "supports are disjoint with probability at least 1 - n^-2", {
      how: "faithful",
      claims: ["disjoint-supports"],
      files: ["src/bounds/hypotheses/disjointness.ts", "src/data/disjointSupports.ts"],
    }),
    t25("Lemma A.5", "gradient of one example's loss", {
      how: "faithful",
      claims: ["gradient"],
      files: ["src/sim/gradient.ts"],
    }),
    t25("Lemma A.6", "sign of the residual", {
      how: "a reading",
      claims: ["residual-sign"],
      note: "its display is not in the text we have: sgn(y_i l_{j,i}) = j is what the proof's two cases give",
    }),
    t25("Lemma A.7", "Adam's gradient, coordinate by coordinate", {
      how: "faithful",
      claims: ["gradient"],
      files: ["src/sim/gradient.ts", "src/dynamics/coordinate.ts"],
    }),
    t25("Lemma A.8", "AdamW's gradient, coordinate by coordinate", {
      how: "faithful",
      claims: ["gradient"],
      files: ["src/sim/gradient.ts", "src/dynamics/coordinate.ts"],
    }),
  ],
};
