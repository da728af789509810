import { SIGN } from "../../claims/residualSign.ts";
import { times } from "../expression.ts";
import type { CoqProof } from "../theorem.ts";

const EVERY = "forall (F : class -> R) (y j : class),";

/** Lemma A.6. */
export const residualSignProof: CoqProof = {
  claim: "residual-sign",
  file: "residualSign",
  needs: ["classes"],
  theorems: [
    {
      name: "residual_sign",
      about: "the sign of y l_j is j, for all real outputs",
      statement: `${EVERY} sgn (sign_of y * residual F y j) = ${times(SIGN, "sign_of j")}`,
    },
    {
      name: "residual_size",
      about: "|l_j| is 1 - softmax_y for both classes j",
      statement: `${EVERY} Rabs (residual F y j) = 1 - softmax F y`,
    },
  ],
};
