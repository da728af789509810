import type { Evidence } from "../claimVerdict.ts";
import type { Judged } from "./kernel.ts";
import type { CoqProof, Theorem } from "./theorem.ts";

/** What came of a file, with the figures. */
function foundIn(file: string, theorem: Theorem, judged: Judged): Pick<Evidence, "verdict" | "reason" | "figures"> {
  if ("refused" in judged) return { verdict: "inconclusive", reason: `${file}.v: ${judged.refused}` };
  const { version, hashes, assumptions } = judged;
  const rests = assumptions.length === 0 ? "nothing" : assumptions.join(", ");
  return {
    verdict: "holds",
    reason: `${theorem.name} of ${file}.v, sha-256 ${hashes[`${file}.v`]}, is accepted by coqc and coqchk ${version}; assumes ${rests}`,
    figures: {
      checker: `coqc and coqchk ${version}`,
      theorem: theorem.name,
      statement: theorem.statement,
      ...hashes,
      assumes: rests,
    },
  };
}

/**
 * What the kernel said of a claim, as evidence.
 *
 * @param proof of the claim
 * @param judged what came of its file
 * @returns a piece of evidence a theorem, of grade "machine-checked"; open where the file was refused
 * Source: ours.
 */
export const kernelEvidence = ({ file, theorems }: CoqProof, judged: Judged): Evidence[] =>
  theorems.map((theorem) => {
    const { name, about, part, reading } = theorem;
    return {
      ...{ check: `coq-${name.replaceAll("_", "-")}`, about, grade: "machine-checked", scope: "domain" },
      ...(reading !== undefined && { reading }),
      ...(part !== undefined && { part }),
      cases: 1,
      ...foundIn(file, theorem, judged),
    };
  });
