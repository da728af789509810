import { NUMBERS, READINGS } from "../../claims/disjointSupports.ts";
import type { CoqProof } from "../theorem.ts";

const { constant, power, population } = NUMBERS;
const all = `d - ${population}`;

/** Lemma A.4, by counting all choices of n supports. */
export const disjointSupportsProof: CoqProof = {
  claim: "disjoint-supports",
  file: "disjointSupports",
  needs: [],
  theorems: [
    {
      name: "probability",
      about: "of all choices of n supports, the share that is disjoint is the product of binomial coefficients",
      part: "probability",
      statement: `forall n s d : nat, (s <= ${all})%nat -> P n s d = product n (fun i => INR (binomial (${all} - i * s) s) / INR (binomial (${all}) s))`,
    },
    {
      name: "union_bound",
      about: "the union bound on that share, for all n and d >= n",
      reading: READINGS.bounded,
      part: "bound",
      statement: `forall n s d : nat, (1 <= n <= d)%nat -> (1 <= s <= ${all})%nat -> INR n ^ 4 * INR s ^ 2 <= ${constant} * INR d -> 1 - 1 / INR n ^ ${power} <= P n s d`,
    },
  ],
};
