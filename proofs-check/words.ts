import type { ClaimWord, Conclusion, TwoPart } from "./claimVerdict.ts";

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

/** What tests add to what is said of the statement as it stands. */
const IN_TESTS: Readonly<Record<ClaimWord, string>> = {
  ...ELSEWHERE,
  holds: "agrees in tests",
};

/** The statement as it stands, where that was looked at and is not proved. */
const AS_STATED: Readonly<Record<ClaimWord, string>> = {
  holds: "holds as stated",
  "holds in part": "holds in part as stated",
  contradicted: "contradicted as stated",
  "fails with constants 1": "fails as stated",
  "hypotheses unmet": "unmet as stated",
  inconclusive: "open as stated",
};

/** What is said of a claim one of whose checks is broken. */
export const NO_VERDICT = "no verdict: a check is broken";

/** What is counted of claims that say nothing of the optimizer that was asked of. */
export const NOT_ASKED = "not asked";

/** What is said of such a claim. */
export const notAsked = (optimizer: string): string => `${NOT_ASKED} of ${optimizer}`;

/** What is said of other sizes where readings differ there alone. */
const BY_READING = "by reading elsewhere";

/** Every phrase that a verdict may be made of, longer ones before those that begin them, by what it says. */
export const PHRASES: readonly (readonly [phrase: string, word: ClaimWord])[] = [CHOSEN, ELSEWHERE, ALONE, AS_STATED]
  .flatMap((phrases) => Object.entries(phrases).map(([word, phrase]) => [phrase, word as ClaimWord] as const))
  .concat([[BY_READING, "holds in part"]])
  .filter(([phrase]) => phrase.includes(" "))
  .toSorted(([a], [b]) => b.length - a.length);

/** What came of one reading. */
type Said = Pick<TwoPart, "verdict" | "says">;

interface Parts extends Omit<TwoPart, "says"> {
  readonly domain?: Conclusion | undefined;
}

/**
 * A verdict in a few words, both of its parts.
 *
 * @param verdict of a claim or of one of its readings, with what came of the statement as it stands, where that was looked at
 * @returns such as "holds at chosen sizes, fails for small n"; at most 51 characters
 * Source: ours.
 * @example
 * const holds = { verdict: "holds", grade: "measured", reason: "" }
 * says({ ...holds, chosen: holds, wherever: { ...holds, verdict: "fails with constants 1" } }) // => "holds at chosen sizes, fails for small n"
 */
export function says({ verdict, grade, chosen, wherever, domain }: Parts): string {
  const tests = wherever ? `, ${IN_TESTS[wherever.verdict]}` : "";
  if (verdict === "holds" && (grade === "proved" || grade === "machine-checked")) return `${grade}${tests}`;
  if (domain && domain.verdict !== "holds") return `${AS_STATED[domain.verdict]}${tests}`;
  if (chosen && wherever) return `${CHOSEN[chosen.verdict]}, ${ELSEWHERE[wherever.verdict]}`;
  if (chosen) return `${CHOSEN[chosen.verdict]}, not tested elsewhere`;
  return wherever ? ALONE[wherever.verdict] : ALONE[verdict];
}

/**
 * The verdict on several readings in a few words.
 *
 * @param best of them: its words lead, as far as they are about the sizes chosen, or the statement as it stands
 * @param readings all of them, fewer than 100
 * @returns its words where all readings say the same; else such as "holds at chosen sizes in 1 of 2 readings", or, where they differ in
 *   what they say of other sizes alone, "holds at chosen sizes, by reading elsewhere"; at most 51 characters
 * Source: ours.
 * @example
 * const [b7, c13] = [{ verdict: "contradicted", says: "contradicted" }, { verdict: "holds", says: "holds wherever tested" }]
 * saysOfReadings(c13, [b7, c13]) // => "holds wherever tested in 1 of 2 readings"
 */
export function saysOfReadings(best: Said, readings: readonly Said[]): string {
  // Where the best is contradicted, so is every other, and where that was seen makes no difference.
  if (best.verdict === "contradicted" || readings.every((one) => one.says === best.says)) return best.says;
  const leadOf = ({ says }: Said) => says.split(", ")[0] as string;
  const lead = leadOf(best);
  const alike = readings.filter((one) => leadOf(one) === lead).length;
  return alike === readings.length ? `${lead}, ${BY_READING}` : `${lead} in ${alike} of ${readings.length} readings`;
}
