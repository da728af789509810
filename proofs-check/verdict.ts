import { type Check, type Claim, type Finding, GRADES, type Grade, type Level, type Verdict } from "./claim.ts";

/** A finding with the check it came from. */
export interface Evidence extends Finding, Pick<Check, "about" | "grade"> {
  readonly check: string;
  readonly reading?: string;
  readonly part?: string;
  /** The level followed, where one was. */
  readonly level?: Level;
  /** Cases judged. */
  readonly cases: number;
}

/** What all evidence for a claim says together. */
export interface ClaimVerdict extends Pick<Claim, "id" | "source" | "kind" | "statement" | "latex" | "restsOn"> {
  readonly verdict: Verdict;
  /** Of what the verdict rests on; null where nothing speaks for or against the claim. */
  readonly grade: Grade | null;
  readonly reason: string;
  /** Where the source's statements differ, what came of each. */
  readonly readings?: readonly ReadingVerdict[];
  readonly evidence: readonly Evidence[];
}

interface Conclusion {
  readonly verdict: Verdict;
  readonly grade: Grade | null;
  readonly reason: string;
}

/** What came of one of several statements. */
export interface ReadingVerdict extends Conclusion {
  readonly reading: string;
}

const strength = (grade: Grade | null) => (grade === null ? GRADES.length : GRADES.indexOf(grade));
const strongest = <T extends { grade: Grade | null }>(all: readonly T[]): T =>
  all.reduce((best, next) => (strength(next.grade) < strength(best.grade) ? next : best));
const weakest = <T extends { grade: Grade | null }>(all: readonly T[]): T =>
  all.reduce((worst, next) => (strength(next.grade) > strength(worst.grade) ? next : worst));

/** Groups in the order of their first members. */
function groupsOf<T>(all: readonly T[], key: (member: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const member of all) groups.set(key(member), [...(groups.get(key(member)) ?? []), member]);
  return [...groups];
}

/** Evidence for one part: a contradiction counts first, then whatever holds, at the strongest grade. */
function ofPart(evidence: readonly Evidence[]): Conclusion {
  for (const verdict of ["contradicted", "holds"] as const) {
    const such = evidence.filter((one) => one.verdict === verdict);
    if (such.length > 0) return strongest(such);
  }
  const open = evidence.find(({ verdict }) => verdict === "inconclusive") ?? (evidence[0] as Evidence);
  return { verdict: open.verdict, grade: null, reason: open.reason };
}

/** A statement holds as far as the worst of its parts. */
function allOf(parts: readonly Conclusion[]): Conclusion {
  for (const verdict of ["contradicted", "inconclusive", "hypotheses unmet"] as const) {
    const such = parts.filter((part) => part.verdict === verdict);
    if (such.length > 0) return strongest(such);
  }
  const { grade } = weakest(parts);
  return { verdict: "holds", grade, reason: parts.map(({ reason }) => reason).join("; ") };
}

/** Of several readings, one that holds is enough, and the others are named. */
function anyOf(readings: readonly ReadingVerdict[]): Conclusion {
  const order: readonly Verdict[] = ["holds", "inconclusive", "hypotheses unmet", "contradicted"];
  const [best] = readings.toSorted(
    (a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || strength(a.grade) - strength(b.grade),
  ) as [ReadingVerdict];
  const { verdict, grade } = best;
  const reasons = readings.map(({ reading, verdict, reason }) => `${reading} ${verdict}: ${reason}`);
  return { verdict, grade, reason: reasons.join("; ") };
}

/**
 * What the evidence for a claim says together.
 *
 * Of one part, a contradiction outweighs everything, else what holds counts at its strongest grade; of the parts of a reading, the worst; of
 * several readings, the best. Evidence without a reading belongs to every reading.
 *
 * @param claim what the evidence is about
 * @param evidence one finding a check
 * @returns the verdict with its grade: that of the weakest part where the claim holds, of the strongest contradiction where it does not
 * Source: ours.
 */
export function verdictOf(claim: Claim, evidence: readonly Evidence[]): ClaimVerdict {
  const { id, source, kind, statement, latex, restsOn } = claim;
  const common = evidence.filter(({ reading }) => reading === undefined);
  const separate = groupsOf(
    evidence.filter(({ reading }) => reading !== undefined),
    ({ reading }) => reading as string,
  );
  const about = { id, source, kind, statement, latex, restsOn };
  const conclude = (own: readonly Evidence[]): Conclusion => {
    const parts = groupsOf([...own, ...common], ({ part = "" }) => part);
    return allOf(parts.map(([, evidence]) => ofPart(evidence)));
  };
  if (separate.length === 0) return { ...about, ...conclude([]), evidence };
  const readings = separate.map(([reading, own]) => ({ reading, ...conclude(own) }));
  return { ...about, ...anyOf(readings), readings, evidence };
}

/** Whether a verdict is a no: a contradiction of grade tested or above. */
export const isNo = ({ verdict, grade }: Pick<ClaimVerdict, "verdict" | "grade">): boolean =>
  verdict === "contradicted" && grade !== null && strength(grade) <= strength("tested");
