import { parseFormula } from "../../../src/bounds/order/formula.ts";
import { BOUND } from "../../claims/momentRatio.ts";
import { coqOf } from "../expression.ts";
import type { CoqProof } from "../theorem.ts";

/** C of Lemma C.1, as a term. */
export const C = coqOf(parseFormula(BOUND).tree, { name: (name) => name, power: "pow" });
/** The moments' memory, and its hypotheses. */
export const MEMORY = "forall b1 b2 : R, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 ->";
const GRADIENTS = "forall (g : nat -> R) (t : nat),";

/** Lemma C.1, with and without bias correction, and that no smaller bound will do. */
export const momentRatioProof: CoqProof = {
  claim: "moment-ratio",
  file: "momentRatio",
  needs: [],
  theorems: [
    {
      name: "bound",
      about: "by induction: Cauchy-Schwarz step by step, for all gradients and every t",
      part: "bound",
      statement: `${MEMORY} ${GRADIENTS} Rabs (mom b1 g t) <= ${C} * sqrt (sec b2 g t)`,
    },
    {
      name: "correction",
      about: "the same of bias-corrected moments",
      part: "bias correction",
      statement: `${MEMORY} ${GRADIENTS} (1 <= t)%nat -> Rabs (mom b1 g t / (1 - b1 ^ t)) <= ${C} * sqrt (sec b2 g t / (1 - b2 ^ t))`,
    },
    {
      name: "supremum",
      about: "the bound is the least one: gradients proportional to (b1/b2)^tau approach it",
      part: "supremum",
      statement: `${MEMORY} is_lub (fun r => exists (g : nat -> R) (t : nat), 0 < sec b2 g t /\\ r = Rabs (mom b1 g t) / sqrt (sec b2 g t)) (${C})`,
    },
  ],
};
