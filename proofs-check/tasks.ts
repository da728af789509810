import type { Check } from "./claim.ts";
import { type Claim, LEVELS, type Level } from "./claim.ts";
import { type ClaimVerdict, type Evidence, verdictOf } from "./verdict.ts";

/** A check as the runner carries it out. */
export interface Task {
  readonly claim: Claim;
  readonly check: Check;
  /** The level it follows; absent where it trains nothing. */
  readonly level?: Level;
}

/** The levels asked for, or, unless one is asked for, the usual one of each check. */
const levelOf = ({ levels }: Check, asked: Level | undefined): Level | undefined =>
  asked === undefined ? levels?.[0] : levels?.find((level) => level === asked);

/**
 * What there is to do for claims.
 *
 * @param claims whose checks
 * @param asked a level, where checks are to follow that one alone
 * @returns their checks, in order, without those that cannot follow that level
 */
export const tasksOf = (claims: readonly Claim[], asked?: Level): Task[] =>
  claims.flatMap((claim) =>
    claim.checks.flatMap((check) => {
      const level = levelOf(check, asked);
      if (check.levels && level === undefined) return [];
      return [{ claim, check, ...(level !== undefined && { level }) }];
    }),
  );

/** What a check concludes, where it may not have been given the cases that it needs. */
function evidenceOf({ check, level }: Task, samples: readonly unknown[]): Evidence {
  const { name, about, grade, reading, part, least } = check;
  const enough = samples.length >= Math.max(1, least);
  const finding = enough
    ? check.judge(samples)
    : { verdict: "inconclusive" as const, reason: `${samples.length} of the ${least} cases that it needs were run` };
  return {
    ...{ check: name, about, grade, cases: samples.length },
    ...(reading !== undefined && { reading }),
    ...(part !== undefined && { part }),
    ...(level !== undefined && { level }),
    ...finding,
  };
}

/** Checks that the level asked for leaves out are named, not passed over. */
const leftOut = (check: Check): Evidence => ({
  ...{ check: check.name, about: check.about, grade: check.grade, cases: 0 },
  ...(check.reading !== undefined && { reading: check.reading }),
  ...(check.part !== undefined && { part: check.part }),
  verdict: "inconclusive",
  reason: `it follows level ${(check.levels ?? LEVELS).join(" or ")}, which was not asked for`,
});

/**
 * The verdict on a claim from the cases run.
 *
 * @param claim what was checked
 * @param tasks what was carried out, of this claim and others
 * @param samplesOf the cases of a task, from the first on without a gap
 * @returns the verdict with all evidence, in the order of the claim's checks
 */
export function conclude(
  claim: Claim,
  tasks: readonly Task[],
  samplesOf: (task: Task) => readonly unknown[],
): ClaimVerdict {
  const evidence = claim.checks.map((check) => {
    const task = tasks.find((candidate) => candidate.claim === claim && candidate.check === check);
    return task ? evidenceOf(task, samplesOf(task)) : leftOut(check);
  });
  return verdictOf(claim, evidence);
}
