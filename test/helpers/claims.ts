import { check } from "../../proofs-check/check.ts";
import type { Check, Claim, Finding } from "../../proofs-check/claim.ts";
import { defineClaim } from "../../proofs-check/defineClaim.ts";
import { here } from "../../proofs-check/executor.ts";
import type { ClaimVerdict } from "../../proofs-check/verdict.ts";

/** A check whose finding is known. */
export const finds = (finding: Partial<Finding>, given: Partial<Check> = {}): Check => ({
  ...{ name: "check", about: "about", grade: "tested", least: 1, most: 1, sample: () => 0 },
  judge: () => ({ verdict: "holds", reason: "so", ...finding }),
  ...given,
});

/** A claim of checks, with names of their own. */
export const claimOf = (checks: readonly Check[], given: Partial<Claim> = {}): Claim =>
  defineClaim({
    ...{ id: "claim", kind: "identity", statement: "it is so" },
    ...given,
    checks: checks.map((check, k) => ({ ...check, name: `${check.name}${k}` })),
  });

/** The verdict on one claim, from so many cases, in this thread. */
export async function judged(claim: Claim, cases: number, seed = 1): Promise<ClaimVerdict> {
  const [verdict] = await check([claim], { seed, cases, executor: here, now: () => 0 });
  return verdict as ClaimVerdict;
}
