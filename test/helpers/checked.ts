import { check } from "../../proofs-check/check.ts";
import type { Check, Claim, Level } from "../../proofs-check/claim.ts";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { here } from "../../proofs-check/executor.ts";

interface Asked {
  /** Of every check; as many as each needs unless given. */
  readonly cases?: number;
  readonly seed?: number;
  readonly level?: Level;
  /** Names of the checks to run; all unless given. */
  readonly only?: readonly string[];
}

/** The check of a name. */
export function checkNamed({ checks, id }: Claim, name: string): Check {
  const found = checks.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${id} has no check named ${name}`);
  return found;
}

/** A claim with some of its checks. */
export const only = (claim: Claim, ...names: readonly string[]): Claim => ({
  ...claim,
  checks: names.map((name) => checkNamed(claim, name)),
});

/** The verdict on a claim, in this thread. */
export async function checked(
  claim: Claim,
  { cases = 1, seed = 1, level, only: names }: Asked = {},
): Promise<ClaimVerdict> {
  const asked = names ? only(claim, ...names) : claim;
  const options = { seed, cases, executor: here, now: () => 0, ...(level !== undefined && { level }) };
  return (await check([asked], options))[0] as ClaimVerdict;
}

/** What each check of a verdict says, by its name. */
export const byCheck = ({ evidence }: Pick<ClaimVerdict, "evidence">): Record<string, string> =>
  Object.fromEntries(evidence.map(({ check: name, verdict }) => [name, verdict]));

/** What one check of a verdict found. */
export const findingOf = ({ evidence }: ClaimVerdict, name: string) =>
  evidence.find(({ check: named }) => named === name);

/** What one check concludes, alone. */
export const found = async (claim: Claim, name: string, cases = 1): Promise<string> =>
  byCheck(await checked(claim, { cases, only: [name] }))[name] as string;

/** Whether one of a check's first cases contradicts its claim. */
export function contradicts(claim: Claim, name: string, cases: number): boolean {
  const one = checkNamed(claim, name);
  const context = { seed: 1, level: one.levels?.[0] ?? 1 } as const;
  const fails = (index: number) => one.judge([one.sample(index, context)]).verdict === "contradicted";
  return Array.from({ length: cases }, (_, index) => index).some(fails);
}
