import type { Claim, Grade, Scope, Verdict } from "./claim.ts";
import type {
  ClaimVerdict,
  ClaimWord,
  Conclusion,
  Evidence,
  ReadingVerdict,
  ScopeVerdict,
  TwoPart,
} from "./claimVerdict.ts";
import { anyOf, bestOf } from "./readings.ts";
import { strength, strongest, weakest } from "./strength.ts";
import { NO_VERDICT, says, saysOfReadings } from "./words.ts";

/** Groups in the order of their first members. */
function groupsOf<T>(all: readonly T[], key: (member: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const member of all) groups.set(key(member), [...(groups.get(key(member)) ?? []), member]);
  return [...groups];
}

/**
 * Evidence for one part: a contradiction counts first, then whatever holds, at the strongest grade. A proof is of the statement as it stands, and
 * nothing else takes from it. Beside anything else that holds, evidence that fails with constants 1 or decides nothing leaves it a part.
 */
function ofPart(evidence: readonly Evidence[]): Conclusion {
  const having = (verdict: Verdict) => evidence.filter((one) => one.verdict === verdict);
  const [against, holding, failing] = [having("contradicted"), having("holds"), having("fails with constants 1")];
  if (against.length > 0) return strongest(against);
  if (holding.length > 0) {
    const best = strongest(holding);
    const others = evidence.filter(({ verdict }) => verdict !== "holds");
    if (others.length === 0 || holding.some(({ scope }) => scope === "domain")) return best;
    const but = others.map(({ check, verdict }) => `${check}: ${verdict}`).join(", ");
    return { ...best, verdict: "holds in part", reason: `${best.reason}, but ${but}` };
  }
  if (failing.length > 0) return strongest(failing);
  const open = having("inconclusive")[0] ?? (evidence[0] as Evidence);
  return { verdict: open.verdict, grade: null, reason: open.reason };
}

/** A statement holds as far as the worst of its parts. */
function allOf(parts: readonly Conclusion[]): Conclusion {
  for (const verdict of ["contradicted", "fails with constants 1", "inconclusive", "hypotheses unmet"] as const) {
    const such = parts.filter((part) => part.verdict === verdict);
    if (such.length > 0) return strongest(such);
  }
  const { grade } = weakest(parts);
  const verdict = parts.some((part) => part.verdict === "holds in part") ? "holds in part" : "holds";
  return { verdict, grade, reason: parts.map(({ reason }) => reason).join("; ") };
}

/** What pieces of evidence say as one. */
const conclude = (evidence: readonly Evidence[]): Conclusion => {
  const { verdict, grade, reason } = allOf(
    groupsOf(evidence, ({ part = "" }) => part).map(([, members]) => ofPart(members)),
  );
  return { verdict, grade, reason };
};

/** The evidence with which the fewest cases agree. */
const leastShared = (evidence: readonly Evidence[]) =>
  evidence
    .filter(({ share }) => share !== undefined)
    .reduce<Evidence | undefined>((least, next) => {
      const part = ({ share }: Evidence) => (share ? share.agree / share.of : 1);
      return least && part(least) <= part(next) ? least : next;
    }, undefined);

/** Wherever the hypotheses hold, what fails with constants 1 fails, whatever else holds there. */
function undivided(evidence: readonly Evidence[]): readonly Evidence[] {
  const failing = evidence.filter(({ verdict }) => verdict === "fails with constants 1");
  return failing.length === 0 ? evidence : evidence.filter((one) => failing.includes(one) || one.verdict !== "holds");
}

function ofScope(evidence: readonly Evidence[], scope: Scope): ScopeVerdict | undefined {
  const own = undivided(evidence.filter((one) => one.scope === scope));
  if (own.length === 0) return undefined;
  const { share, counterexample } = leastShared(own) ?? {};
  const at = [...new Set(own.flatMap((one) => one.at ?? []))];
  return {
    ...conclude(own),
    ...(at.length > 0 && { at }),
    ...(share && { share }),
    ...(counterexample && { counterexample }),
  };
}

/** Parts that were not looked at at the chosen sizes and do not hold where they were. */
const unseen = (evidence: readonly Evidence[]): readonly string[] =>
  groupsOf(evidence, ({ part = "" }) => part)
    .filter(([, own]) => own.every(({ scope }) => scope !== "chosen") && ofPart(own).verdict !== "holds")
    .map(([part]) => part);

/** What holds at the chosen sizes is a part of the statement where others were not looked at there. */
const shortOf = (seen: ScopeVerdict, others: readonly string[]): ScopeVerdict =>
  others.length === 0 || !seen.verdict.startsWith("holds")
    ? seen
    : { ...seen, verdict: "holds in part", reason: `${seen.reason}; not looked at there: ${others.join(", ")}` };

function twoPart(evidence: readonly Evidence[]): TwoPart {
  const [seen, wherever] = [ofScope(evidence, "chosen"), ofScope(evidence, "wherever")];
  const chosen = seen && shortOf(seen, unseen(evidence));
  const parts = { ...conclude(evidence), ...(chosen && { chosen }), ...(wherever && { wherever }) };
  return { ...parts, says: says({ ...parts, domain: ofScope(evidence, "domain") }) };
}

/** Where readings differ none of them speaks for all, neither in whole nor at one place; the best in whole leads there, too. */
function ofReadings(readings: readonly ReadingVerdict[], evidence: readonly Evidence[]): TwoPart {
  const best = bestOf(readings);
  const over = (scope: "chosen" | "wherever"): ScopeVerdict | undefined => {
    const own = readings.flatMap(({ reading, [scope]: part }) => (part ? [{ ...part, reading }] : []));
    const all = ofScope(evidence, scope);
    return (
      all && {
        ...all,
        ...anyOf(
          own,
          own.find(({ reading }) => reading === best.reading),
        ),
      }
    );
  };
  const [chosen, wherever] = [over("chosen"), over("wherever")];
  const parts = { ...(chosen && { chosen }), ...(wherever && { wherever }) };
  return { ...anyOf(readings, best), ...parts, says: saysOfReadings(best, readings) };
}

/**
 * What the evidence for a claim says together, at the sizes chosen and wherever its hypotheses hold with constants 1.
 *
 * Of one part, a contradiction outweighs everything, else what holds counts at its strongest grade: as "holds" where it is a proof over the whole
 * domain or all other evidence for that part holds as well, as "holds in part" where some of it fails with constants 1 or is open. (That something
 * was looked at and not decided is no reason to believe less of what holds, but it is one not to call the part settled; the reason names it.)
 * Of the parts of a reading, the worst; what holds at the chosen sizes holds there in part where another part was not looked at there and does not hold
 * elsewhere: it is named. Several readings hold together if each does, hold in part if only some do, and else are what the best of
 * them is, so that they are contradicted only if each is; the words count those that agree with the best, and `readings` has them all. Evidence without a reading belongs to every reading. A claim one of whose checks is broken has no verdict.
 *
 * @param claim what the evidence is about
 * @param evidence one finding a check
 * @returns the verdict with its grade: that of the weakest part where the claim holds, of the strongest contradiction where it does not
 * Source: ours.
 */
export function verdictOf(claim: Claim, evidence: readonly Evidence[]): ClaimVerdict {
  const { id, source, kind, statement, latex, restsOn, readAs } = claim;
  const common = evidence.filter(({ reading }) => reading === undefined);
  const separate = groupsOf(
    evidence.filter(({ reading }) => reading !== undefined),
    ({ reading }) => reading as string,
  );
  const about = { id, source, kind, statement, latex, restsOn, ...(readAs && { readAs }) };
  const broken = evidence.find((one) => one.broken !== undefined);
  if (broken) {
    return { ...about, verdict: "inconclusive", grade: null, reason: broken.reason, says: NO_VERDICT, evidence };
  }
  if (separate.length === 0) return { ...about, ...twoPart(common), evidence };
  const readings = separate.map(([reading, own]) => ({ reading, ...twoPart([...own, ...common]) }));
  return { ...about, ...ofReadings(readings, evidence), readings, evidence };
}

/**
 * Whether a verdict is a no.
 *
 * @param verdict of a claim or a piece of evidence, with its grade
 * @param from the weakest grade at which a contradiction counts
 * @returns true for a contradiction of that grade or a stronger one
 * Source: ours.
 */
export const isNo = (
  { verdict, grade }: { readonly verdict: ClaimWord; readonly grade: Grade | null },
  from: Grade = "tested",
): boolean => verdict === "contradicted" && grade !== null && strength(grade) <= strength(from);
