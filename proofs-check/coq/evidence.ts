import type { Evidence } from "../claimVerdict.ts";
import { isMachineInteger } from "./assumptions.ts";
import type { Judged } from "./kernel.ts";
import type { CoqProof, Theorem } from "./theorem.ts";

/** What came of a file, with the figures. */
function foundIn(
  { file, certifies }: CoqProof,
  theorem: Theorem,
  judged: Judged,
): Pick<Evidence, "verdict" | "reason" | "figures"> {
  if ("refused" in judged) return { verdict: "inconclusive", reason: `${file}.v: ${judged.refused}` };
  const { version, hashes, assumptions } = judged;
  const machine = assumptions.filter(isMachineInteger);
  const named = assumptions.filter((name) => !machine.includes(name));
  const told = machine.length > 0 ? [...named, `${machine.length} facts about machine integers`] : named;
  const rests = told.length === 0 ? "nothing" : told.join(", ");
  const checker = `${certifies ? "coqc" : "coqc and coqchk"} ${version}`;
  return {
    verdict: "holds",
    reason: `${theorem.name} of ${file}.v, sha-256 ${hashes[`${file}.v`]}, is accepted by ${checker}; assumes ${rests}`,
    figures: {
      checker,
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
 * @returns a piece of evidence a theorem, of grade "machine-checked", or "certified" where it encloses instances; open where the file was refused, and
 *   none where that encloses instances: it takes nothing from what else is known
 * Source: ours.
 */
export function kernelEvidence(proof: CoqProof, judged: Judged): Evidence[] {
  const { certifies, theorems } = proof;
  if (certifies && "refused" in judged) return [];
  const of = certifies
    ? ({ grade: "certified", scope: "wherever" } as const)
    : ({ grade: "machine-checked", scope: "domain" } as const);
  return theorems.map((theorem) => {
    const { name, about, part, reading } = theorem;
    return {
      ...{ check: `coq-${name.replaceAll("_", "-")}`, about, ...of },
      ...(reading !== undefined && { reading }),
      ...(part !== undefined && { part }),
      cases: 1,
      ...foundIn(proof, theorem, judged),
    };
  });
}
