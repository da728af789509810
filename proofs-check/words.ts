import type { ClaimWord, TwoPart } from "./claimVerdict.ts";

/** At the sizes that were chosen. */
const CHOSEN: Readonly<Record<ClaimWord, string>> = {
  holds: "holds at chosen sizes",
  "holds in part": "holds in part at chosen sizes",
  contradicted: "contradicted at chosen sizes",
  "fails with constants 1": "fails at chosen sizes",
  "hypotheses unmet": "unmet at chosen sizes",
  inconclusive: "open at chosen sizes",
};

/** Wherever the hypotheses hold with constants 1, beside what is said of the chosen sizes. */
const ELSEWHERE: Readonly<Record<ClaimWord, string>> = {
  holds: "agrees elsewhere",
  "holds in part": "in part elsewhere",
  contradicted: "fails elsewhere",
  "fails with constants 1": "fails for small n",
  "hypotheses unmet": "unmet elsewhere",
  inconclusive: "open elsewhere",
};

/** The same where no sizes were chosen. */
const ALONE: Readonly<Record<ClaimWord, string>> = {
  holds: "holds wherever tested",
  "holds in part": "holds in part",
  contradicted: "contradicted",
  "fails with constants 1": "fails for small n",
  "hypotheses unmet": "hypotheses unmet",
  inconclusive: "open",
};

/** What tests add to a proof. */
const PROVED: Readonly<Partial<Record<ClaimWord, string>>> = {
  holds: ", agrees in tests",
  "fails with constants 1": ", fails for small n",
};

/** Every phrase that a verdict may be made of, longer ones before those that begin them, by what it says. */
export const PHRASES: readonly (readonly [phrase: string, word: ClaimWord])[] = [CHOSEN, ELSEWHERE, ALONE]
  .flatMap((phrases) => Object.entries(phrases).map(([word, phrase]) => [phrase, word as ClaimWord] as const))
  .filter(([phrase]) => phrase.includes(" "))
  .toSorted(([a], [b]) => b.length - a.length);

/**
 * A verdict in a few words, both of its parts.
 *
 * @param verdict of a claim or of one of its readings
 * @returns such as "holds at chosen sizes, fails for small n"; at most 51 characters
 * Source: ours.
 * @example
 * const holds = { verdict: "holds", grade: "measured", reason: "" }
 * says({ ...holds, chosen: holds, wherever: { ...holds, verdict: "fails with constants 1" } }) // => "holds at chosen sizes, fails for small n"
 */
export function says({ verdict, grade, chosen, wherever }: Omit<TwoPart, "says">): string {
  if (verdict === "holds" && grade === "proved") {
    return `proved${wherever ? (PROVED[wherever.verdict] ?? `, ${ELSEWHERE[wherever.verdict]}`) : ""}`;
  }
  if (chosen && wherever) return `${CHOSEN[chosen.verdict]}, ${ELSEWHERE[wherever.verdict]}`;
  if (chosen) return `${CHOSEN[chosen.verdict]}, not tested elsewhere`;
  return wherever ? ALONE[wherever.verdict] : ALONE[verdict];
}
