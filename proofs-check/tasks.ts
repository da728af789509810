import { named } from "../src/setting/mustBe.ts";
import { type Check, type Claim, type Finding, LEVELS, type Level, VERDICTS } from "./claim.ts";
import type { ClaimVerdict, Evidence } from "./claimVerdict.ts";
import { askable, notAskedOf, saidOf } from "./ofOptimizer.ts";
import { madeAt, placeIn } from "./place.ts";
import type { Failed } from "./runCase.ts";
import { thrown } from "./thrown.ts";
import { verdictOf } from "./verdict.ts";

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
 * @param optimizer another one than the papers', where checks are to be asked of that
 * @returns their checks, in order, without those that cannot follow that level or say nothing of that optimizer
 */
export const tasksOf = (claims: readonly Claim[], asked?: Level, optimizer?: string): Task[] =>
  claims.flatMap((claim) =>
    askable(claim, optimizer).flatMap((check) => {
      const level = levelOf(check, asked);
      if (check.levels && level === undefined) return [];
      return [{ claim, check, ...(level !== undefined && { level }) }];
    }),
  );

/** What was run of a task. */
export interface Ran {
  /** Its cases, from the first on without a gap. */
  readonly samples: readonly unknown[];
  /** Samples of remembered cases. */
  readonly remembered: readonly unknown[];
  readonly failure?: Failure;
}

/** The first case that failed: its number, -1 for a remembered one. */
export interface Failure extends Failed {
  readonly index: number;
}

/** A finding, or what is wrong with the check that was to make it. */
type Found = Finding & Pick<Evidence, "broken" | "late">;

/** What says nothing of a claim, because the check is wrong: where, and how. */
function brokenBy({ claim, check }: Task, { failed, stack, late }: Failed, when: string): Found {
  const place = claim.file === undefined ? "" : `${placeIn(claim.file, stack, madeAt(check))}: `;
  const reason = `${when}: ${failed}`;
  const broken = `${place}check "${check.name}" of claim ${claim.id}, ${reason}`;
  return { verdict: "inconclusive", reason, broken, ...(late && { late }) };
}

const isFinding = (finding: unknown): finding is Finding =>
  VERDICTS.includes((finding as Finding | undefined)?.verdict as never) &&
  typeof (finding as Finding).reason === "string";

/** What a check makes of its cases; a judge that throws, or says nothing that is a verdict, is never taken for one that agrees. */
function judged(task: Task, samples: readonly unknown[]): Found {
  try {
    const finding: unknown = task.check.judge(samples);
    if (isFinding(finding)) return finding;
    const failed = `it must return a verdict (${VERDICTS.join(", ")}) and its reason, but returned ${named(finding)}; correct it`;
    return brokenBy(task, { failed }, "its judge");
  } catch (error) {
    const { stack } = error instanceof Error ? error : {};
    const failed = `it threw ${named(thrown(error))}; correct it`;
    return brokenBy(task, { failed, ...(stack !== undefined && { stack }) }, "its judge");
  }
}

/** What a check concludes, where it may not have been given the cases that it needs. */
function findingOf(task: Task, { samples, remembered, failure }: Ran): Found {
  const { check, level } = task;
  if (failure !== undefined) {
    return brokenBy(task, failure, failure.index < 0 ? "a remembered case" : `case ${failure.index}`);
  }
  const seen = samples.length;
  if (seen >= check.least) return judged(task, [...remembered, ...samples]);
  const where = level === undefined ? "" : ` at level ${level}`;
  return { verdict: "inconclusive", reason: `${seen} of the ${check.least} cases that it needs${where} were run` };
}

/** What is said of a check whatever came of it. */
const aboutCheck = ({ name, about, grade, scope = "chosen", reading, part, at }: Check) => ({
  ...{ check: name, about, grade, scope },
  ...(reading !== undefined && { reading }),
  ...(part !== undefined && { part }),
  ...(at !== undefined && { at }),
});

/** Checks that the level asked for leaves out are named, not passed over. */
const leftOut = (check: Check): Evidence => ({
  ...aboutCheck(check),
  cases: 0,
  verdict: "inconclusive",
  reason: `it follows level ${(check.levels ?? LEVELS).join(" or ")}, which was not asked for`,
});

/**
 * The verdict on a claim from the cases run.
 *
 * @param claim what was checked
 * @param ran what was run of every task, of this claim and others
 * @param optimizer that it was asked of, where that is another one than the paper's
 * @param more evidence that no check of the claim gives: a kernel's
 * @returns the verdict with all evidence, in the order of the claim's checks
 */
export function conclude(
  claim: Claim,
  ran: ReadonlyMap<Task, Ran>,
  optimizer?: string,
  more: readonly Evidence[] = [],
): ClaimVerdict {
  const asked = askable(claim, optimizer);
  if (optimizer !== undefined && asked.length === 0) return notAskedOf(claim, optimizer);
  const evidence = asked.map((check): Evidence => {
    const [task, its] = [...ran].find(([task]) => task.claim === claim && task.check === check) ?? [];
    if (!task || !its) return leftOut(check);
    const level = task.level === undefined ? {} : { level: task.level };
    return { ...aboutCheck(check), ...level, cases: its.samples.length, ...findingOf(task, its) };
  });
  const verdict = verdictOf(claim, [...evidence, ...more]);
  return optimizer === undefined ? verdict : saidOf(verdict, claim, optimizer);
}
