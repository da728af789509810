import { dyadicOf } from "../../src/interval/dyadic.ts";
import type { CoqProof, Theorem } from "./theorem.ts";

/** A double as what it is, a real number of Coq's. */
export function doubleTerm(x: number): string {
  const { m, e } = dyadicOf(x);
  if (e >= 0) return m < 0n ? `(- ${-m * 2n ** BigInt(e)})` : `${m * 2n ** BigInt(e)}`;
  return `(${m < 0n ? `- ${-m}` : m} / 2 ^ ${-e})`;
}

/** What is enclosed: a real number as a term, and the double that is to be near it. */
export interface Instance {
  readonly term: string;
  readonly value: number;
}

/**
 * A file that encloses instances: |term - value| <= |value| 2^-bits for each, by the interval tactic.
 *
 * @param about claim, name of the file, and of its one theorem with what it says
 * @param instances at least one; values other than 0
 * @param bits of the relative distance that is allowed
 * @returns the proof, with its text
 * Source: ours; libcoq-interval.
 */
export function enclosureProof(
  { claim, file, ...theorem }: Pick<CoqProof, "claim" | "file"> & Omit<Theorem, "statement">,
  instances: readonly Instance[],
  bits: number,
): CoqProof {
  const statement = instances
    .map(({ term, value }) => `Rabs (${term} - ${doubleTerm(value)}) <= ${doubleTerm(Math.abs(value))} / 2 ^ ${bits}`)
    .join(" /\\ ");
  const text = [
    "From Coq Require Import Reals.",
    "From Interval Require Import Tactic.",
    "Open Scope R_scope.",
    `Theorem ${theorem.name} : ${statement}.`,
    // Twice a double's digits: powers and quotients cost a few.
    "Proof. repeat split; interval with (i_prec 120). Qed.",
    `Print Assumptions ${theorem.name}.\n`,
  ].join("\n");
  return { claim, file, needs: [], theorems: [{ ...theorem, statement }], text, certifies: true };
}
