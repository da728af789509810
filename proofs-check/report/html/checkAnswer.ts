import type { ClaimVerdict, ClaimWord } from "../../claimVerdict.ts";
import { notAsked } from "../../words.ts";
import { saying } from "../parts.ts";

/** Up to so many claims are told one by one. */
const FEW = 3;

/** What is said of one claim, and of several, in the order in which it is told. */
const TOLD: readonly (readonly [word: ClaimWord, one: string, several: string])[] = [
  ["holds", "holds", "hold"],
  ["holds in part", "holds in part", "hold in part"],
  ["fails with constants 1", "fails with constants 1", "fail with constants 1"],
  ["contradicted", "is contradicted", "are contradicted"],
  ["hypotheses unmet", "was met by no case", "were met by no case"],
  ["inconclusive", "is open", "are open"],
];
/** What comes of few claims, which are named. */
const NAMED: readonly ClaimWord[] = ["contradicted", "inconclusive", "fails with constants 1", "hypotheses unmet"];

/** "5 proved, 1 measured" */
function gradesText(claims: readonly ClaimVerdict[]): string {
  const counts = new Map<string, number>();
  for (const { grade } of claims) if (grade !== null) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts].map(([grade, count]) => `${count} ${grade}`).join(", ");
}

const isAsked = ({ optimizer, says }: ClaimVerdict) => optimizer === undefined || says !== notAsked(optimizer);

/**
 * What a check came to, in a sentence.
 *
 * @param claims their verdicts
 * @returns each claim where they are few, else how many came to what, and which ones do not hold
 */
export function checkAnswer(claims: readonly ClaimVerdict[]): string {
  if (claims.length <= FEW) return `${claims.map((claim) => `${claim.id}: ${saying(claim)}`).join("; ")}.`;
  const asked = claims.filter(isAsked);
  const told = TOLD.flatMap(([word, one, several]) => {
    const own = asked.filter(({ verdict }) => verdict === word);
    if (own.length === 0) return [];
    const more = NAMED.includes(word) ? own.map(({ id }) => id).join(", ") : gradesText(own);
    return [`${own.length} ${own.length === 1 ? one : several} (${more})`];
  });
  const rest = claims.length - asked.length;
  return `Of ${claims.length} claims ${[...told, ...(rest > 0 ? [`${rest} ${rest === 1 ? "was" : "were"} not asked`] : [])].join(", ")}.`;
}
