import { check } from "../../../proofs-check/check.ts";
import type { Claim, Level } from "../../../proofs-check/claim.ts";
import { here } from "../../../proofs-check/executor.ts";
import type { ClaimVerdict } from "../../../proofs-check/verdict.ts";

/** The verdict on a claim, or on some of its checks alone, from the fewest cases they need. */
export async function verdictOn(
  claim: Claim,
  { only, seed = 1, level }: { readonly only?: readonly string[]; readonly seed?: number; readonly level?: Level } = {},
): Promise<ClaimVerdict> {
  const checks = only ? claim.checks.filter(({ name }) => only.includes(name)) : claim.checks;
  const some = { ...claim, checks };
  const [verdict] = await check([some], {
    seed,
    cases: 1,
    executor: here,
    now: () => 0,
    ...(level !== undefined && { level }),
  });
  return verdict as ClaimVerdict;
}
