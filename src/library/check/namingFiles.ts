import type { Counterexample } from "../../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../../proofs-check/claimVerdict.ts";
import { originOf } from "../../optimizers/origin.ts";
import { type Parts, partHashes } from "../../sim/ownParts.ts";
import { loadedFiles } from "../load/loaded.ts";

/** The hashes of the files that a run's optimizer, activation and data come from. */
function hashesOf(run: unknown): string[] {
  const { optimizer, setting = {} } = (run ?? {}) as { optimizer?: { name?: string }; setting?: Parts };
  const own = optimizer?.name === undefined ? undefined : originOf(optimizer.name);
  return [...(own ? [own.sha256] : []), ...partHashes(setting)];
}

/** A counterexample with the files that its command must load. */
function loading(counterexample: Counterexample): Counterexample {
  const hashes = [counterexample.run, ...(counterexample.besides ?? [])].flatMap(hashesOf);
  const load = loadedFiles().filter(({ sha256 }) => hashes.includes(sha256));
  return load.length === 0 ? counterexample : { ...counterexample, load: load.map(({ path }) => path) };
}

const within = <T extends { readonly counterexample?: Counterexample }>(part: T): T =>
  part.counterexample ? { ...part, counterexample: loading(part.counterexample) } : part;

/**
 * Verdicts whose counterexamples say which files of the user's their commands must load.
 *
 * @param verdicts as `check` gives them
 * @returns the same, with `load` where an optimizer, activation or data come from a file that is loaded
 * Source: ours.
 */
export const namingFiles = (verdicts: readonly ClaimVerdict[]): ClaimVerdict[] =>
  verdicts.map((claim) => ({
    ...claim,
    ...(claim.chosen && { chosen: within(claim.chosen) }),
    ...(claim.wherever && { wherever: within(claim.wherever) }),
    evidence: claim.evidence.map(within),
  }));
