import type { ClaimWord, Conclusion } from "./claimVerdict.ts";
import { strength } from "./strength.ts";

const BEST_FIRST: readonly ClaimWord[] = [
  "holds",
  "holds in part",
  "inconclusive",
  "hypotheses unmet",
  "fails with constants 1",
  "contradicted",
];

/** What came of one reading, in all or at one place. */
export interface Read extends Conclusion {
  readonly reading: string;
  /** In a few words, where there are some. */
  readonly says?: string;
}

/**
 * The reading that comes out best.
 *
 * @param readings one or more
 * @returns the first of those with the best verdict at the strongest grade
 */
export const bestOf = <T extends Read>(readings: readonly T[]): T =>
  readings.toSorted(
    (a, b) => BEST_FIRST.indexOf(a.verdict) - BEST_FIRST.indexOf(b.verdict) || strength(a.grade) - strength(b.grade),
  )[0] as T;

/**
 * What several readings of one statement come to.
 *
 * Which of them the source means is not known: the statement holds if every reading does, and is contradicted if every one is. Where only
 * some hold, it holds in part; where none does, the best of what came of them is all that can be said against it.
 *
 * @param readings what came of each
 * @param best the one that leads
 * @returns the verdict with its grade, that of the best reading, and all their reasons
 * Source: ours.
 */
export function anyOf(readings: readonly Read[], { verdict, grade }: Read = bestOf(readings)): Conclusion {
  const all = readings.every((one) => one.verdict === verdict);
  const reasons = readings.map(({ reading, reason, ...one }) => `${reading} ${one.says ?? one.verdict}: ${reason}`);
  return { verdict: verdict === "holds" && !all ? "holds in part" : verdict, grade, reason: reasons.join("; ") };
}
