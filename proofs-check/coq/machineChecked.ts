import type { Claim } from "../claim.ts";
import type { Evidence } from "../claimVerdict.ts";
import { kernelEvidence } from "./evidence.ts";
import { coqVersion, judgedByKernel, type KernelOptions } from "./kernel.ts";
import { COQ_PROOFS } from "./registry.ts";

/** What came of asking Coq. */
export interface MachineChecked {
  /** Evidence by claim. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** Such as "coqc 8.16.1"; absent where there is none. */
  readonly checker?: string;
  /** Why some or all of what could be machine-checked is not, a sentence each. */
  readonly notes: readonly string[];
}

const NO_COQ =
  "nothing is machine-checked, and grades stay as they are, for there is no coqc on PATH; install it with apt install coq libcoq-coquelicot libcoq-interval";

/**
 * Has Coq's kernel check the claims that are stated for it.
 *
 * @param claims that were chosen
 * @param options time of a command, signal
 * @returns evidence of grade "machine-checked", and what is missing
 * Source: ours.
 */
export async function machineChecked(claims: readonly Claim[], options: KernelOptions = {}): Promise<MachineChecked> {
  const none = new Map<string, readonly Evidence[]>();
  const proofs = COQ_PROOFS.filter((proof) => claims.some(({ id, file }) => id === proof.claim && file === undefined));
  if (proofs.length === 0) {
    const known = COQ_PROOFS.map(({ claim }) => claim).join(", ");
    return {
      evidence: none,
      notes: [`nothing is machine-checked, for of these claims none is stated in Coq; ${known} are`],
    };
  }
  const version = await coqVersion(options.signal);
  if (version === undefined) return { evidence: none, notes: options.signal?.aborted ? [] : [NO_COQ] };
  const judged = await judgedByKernel(proofs, version, options);
  const done = proofs.flatMap((proof) => {
    const its = judged.get(proof.file);
    return its ? [[proof, its] as const] : [];
  });
  return {
    evidence: new Map(
      done.map(({ 0: { claim } }) => [
        claim,
        done.flatMap(([proof, its]) => (proof.claim === claim ? kernelEvidence(proof, its) : [])),
      ]),
    ),
    checker: `coqc ${version}`,
    notes: done.flatMap(([{ claim, file }, its]) =>
      "refused" in its ? [`${claim} is not checked by Coq: ${file}.v: ${its.refused}`] : [],
    ),
  };
}
