import { expect } from "vitest";
import { check } from "../../../proofs-check/check.ts";
import type { Claim } from "../../../proofs-check/claim.ts";
import { here } from "../../../proofs-check/executor.ts";
import type { ClaimVerdict } from "../../../proofs-check/verdict.ts";

/** The verdict from few cases; `only` keeps the check of that name, since others are no concern of a mutant. */
export async function judged(claim: Claim, { cases = 1, seed = 1, only = "" } = {}): Promise<ClaimVerdict> {
  const checks = claim.checks.filter(({ name }) => only === "" || name === only);
  const [verdict] = await check([{ ...claim, checks }], { seed, cases, executor: here, now: () => 0 });
  return verdict as ClaimVerdict;
}

/** What one check concludes. */
export async function found(claim: Claim, name: string, cases = 1): Promise<string> {
  const { evidence } = await judged(claim, { cases, only: name });
  expect(evidence.length).toBe(1);
  return evidence[0]?.verdict as string;
}
