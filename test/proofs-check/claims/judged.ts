import { check } from "../../../proofs-check/check.ts";
import type { Claim, Level } from "../../../proofs-check/claim.ts";
import { here } from "../../../proofs-check/executor.ts";
import type { ClaimVerdict } from "../../../proofs-check/verdict.ts";

interface Asked {
  readonly cases?: number;
  readonly seed?: number;
  readonly level?: Level;
  /** The checks to run; all unless given. */
  readonly only?: readonly string[];
}

/** The verdict on a claim, in this thread, of as many cases as its checks need unless more are asked for. */
export async function judged(claim: Claim, { cases = 1, seed = 1, level, only }: Asked = {}): Promise<ClaimVerdict> {
  const checks = only ? claim.checks.filter(({ name }) => only.includes(name)) : claim.checks;
  const options = { seed, cases, executor: here, now: () => 0, ...(level !== undefined && { level }) };
  return (await check([{ ...claim, checks }], options))[0] as ClaimVerdict;
}

/** What one check of a verdict found. */
export const findingOf = ({ evidence }: ClaimVerdict, name: string) => evidence.find(({ check }) => check === name);
