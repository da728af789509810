import { ORDERS } from "../../claims/cor46.ts";
import { relationTerm } from "../orderTerms.ts";
import type { CoqProof } from "../theorem.ts";
import { FAMILY } from "./family.ts";

const { adam, adamw } = ORDERS;

/** Corollary 4.6, of functions of n. */
export const cor46Proof: CoqProof = {
  claim: "cor-4.6",
  file: "cor46",
  ...FAMILY,
  theorems: [
    {
      name: "orders_of_decay",
      about: "little o of functions of n, over all D > 4, q >= 3 and batch sizes n^beta, 0 <= beta <= 1",
      part: "orders",
      statement: `forall e, family e -> ${relationTerm(`${adam} = o(${adamw})`)}`,
    },
    {
      name: "power_of_n",
      about: "the same by a power of n",
      part: "power of n",
      statement: `forall e, family e -> ${relationTerm(`${adam} = o~(${adamw})`)}`,
    },
  ],
};
