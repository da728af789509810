import type { Check, Claim, Finding } from "../../proofs-check/claim.ts";
import { defineClaim } from "../../proofs-check/defineClaim.ts";

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
