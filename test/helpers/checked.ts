import { check } from "../../proofs-check/check.ts";
import type { Claim, Level } from "../../proofs-check/claim.ts";
import { here } from "../../proofs-check/executor.ts";
import type { ClaimVerdict } from "../../proofs-check/verdict.ts";

/** The verdict on a claim from a few cases, in this thread; cases 0: as many as each check needs. */
export async function checked(
  claim: Claim,
  { cases = 0, seed = 1, level }: { cases?: number; seed?: number; level?: Level } = {},
): Promise<ClaimVerdict> {
  const [verdict] = await check([claim], {
    ...{ seed, cases, executor: here, now: () => 0 },
    ...(level !== undefined && { level }),
  });
  return verdict as ClaimVerdict;
}

/** What each check of a verdict says, by its name. */
export const byCheck = ({ evidence }: ClaimVerdict): Record<string, string> =>
  Object.fromEntries(evidence.map(({ check: name, verdict }) => [name, verdict]));
