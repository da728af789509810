import { hypothesisNamed } from "../../../src/bounds/hypotheses/hypotheses.ts";
import { NAMES, SMALLER, textOf } from "../../claims/relations.ts";
import { relationTerm } from "../orderTerms.ts";
import type { CoqProof } from "../theorem.ts";
import { FAMILY } from "./family.ts";

const nameOf = (id: string) => id.replaceAll("-", "_");

/** The relations that the proofs lean on, of functions of n. */
export const relationsProof: CoqProof = {
  claim: "relations",
  file: "relations",
  ...FAMILY,
  theorems: [
    ...NAMES.map((id) => ({
      name: nameOf(id),
      about: `${hypothesisNamed(id).meaning}: of functions of n, over all D > 4 and q >= 3`,
      part: id,
      statement: `forall e, family e -> ${relationTerm(textOf(id))}`,
    })),
    ...SMALLER.map((id) => ({
      name: `${nameOf(id)}_smaller`,
      about: "the same for every step smaller by a power of n",
      part: `${id}, smaller steps`,
      statement: `forall e, smaller_steps e -> ${relationTerm(textOf(id))}`,
    })),
  ],
};
