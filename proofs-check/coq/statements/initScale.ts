import { FEATURE_NOISE } from "../../claims/initScale.ts";
import { relationTerm } from "../orderTerms.ts";
import type { CoqProof } from "../theorem.ts";
import { FAMILY } from "./family.ts";

/** The part of Lemma A.3 that is about orders alone. */
export const initScaleProof: CoqProof = {
  claim: "init-scale",
  file: "initScale",
  ...FAMILY,
  theorems: [
    {
      name: "feature_noise",
      about: "the feature noise adds nothing to the length of xi_i, of functions of n, over all D > 4",
      part: "feature noise",
      statement: `forall e, family e -> ${relationTerm(FEATURE_NOISE)}`,
    },
  ],
};
