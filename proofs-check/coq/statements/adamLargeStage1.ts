import { FEATURE } from "../../claims/adamLargeStage1.ts";
import { times } from "../expression.ts";
import type { CoqProof } from "../theorem.ts";
import { C, MEMORY } from "./momentRatio.ts";

const STEP = "forall (eta eps : R) (g : nat -> R) (t : nat) (w : R), 0 <= eta -> 0 <= eps ->";
const MOST = `${times(FEATURE, C)} * eta`;

/** Of Lemmas 5.1, B.1, C.3 what one step does, with explicit constants. */
export const adamLargeStage1Proof: CoqProof = {
  claim: "adam-large-stage1",
  file: "adamLargeStage1",
  needs: ["classes", "network", "momentRatio"],
  theorems: [
    {
      name: "feature_step",
      about: "no step of Adam moves a weight, hence <w, v>, by more than C eta, whatever the gradients",
      part: "feature",
      statement: `${MEMORY} ${STEP} Rabs (adam b1 b2 eta eps g t w - w) <= ${MOST}`,
    },
    {
      name: "feature_step_corrected",
      about: "the same with bias correction",
      part: "feature",
      statement: `${MEMORY} ${STEP} (1 <= t)%nat -> Rabs (adam_corrected b1 b2 eta eps g t w - w) <= ${MOST}`,
    },
    {
      name: "feature_sign_step",
      about: "no sign step moves it by more than eta",
      part: "feature",
      statement: `forall eta g w : R, 0 <= eta -> Rabs (sign_step eta g w - w) <= ${times(FEATURE, "eta")}`,
    },
    {
      name: "noise_sign_step",
      about:
        "a sign step moves <w, xi_i> of an example of its batch by eta |zeta_i|_1, up to eta alpha, where on all of its support its pull is stronger than decay",
      part: "noise at a sign step",
      statement:
        "forall (d : nat) (w w' xi : nat -> R) (eta a lambda alpha G : R), (1 <= d)%nat -> 0 <= eta -> Rabs (xi 1%nat) = alpha -> w' 1%nat = sign_step eta G (w 1%nat) -> (forall k, (1 < k <= d)%nat -> w' k = sign_step eta (- a * xi k + lambda * w k) (w k)) -> (forall k, (1 < k <= d)%nat -> xi k <> 0 -> Rabs (lambda * w k) < a * Rabs (xi k)) -> Rabs (inner d w' xi - inner d w xi - eta * (sum d (fun k => Rabs (xi k)) - Rabs (xi 1%nat))) <= eta * alpha",
    },
  ],
};
