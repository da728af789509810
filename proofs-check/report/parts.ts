import { fold } from "../../src/report/text/fold.ts";
import { shareText } from "../checks/share.ts";
import type { Grade, Scope } from "../claim.ts";
import type { ClaimVerdict, Evidence, TwoPart } from "../claimVerdict.ts";
import { shortNumbers } from "../shortNumbers.ts";
import { COLUMNS } from "./wrap.ts";

/** What the two parts of a verdict are called, and the statement as it stands where it was proved. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  chosen: "at the sizes chosen",
  wherever: "wherever the hypotheses hold with constants 1",
  domain: "as stated, over the whole domain",
};

/** What a grade says of the evidence, strongest first. */
export const GRADES_READ: Readonly<Record<Grade, string>> = {
  "machine-checked": "stated and proved in Coq, and accepted by its kernel",
  proved: "an argument over the whole stated domain",
  certified: "outward-rounded, on the instances that were run",
  tested: "random cases, shrunk to the smallest that fails",
  measured: "a fitted exponent or a frequency, with its 95% interval",
};

/** What the words of verdicts mean that are among these. */
const PHRASES_READ: readonly (readonly [RegExp, string, string])[] = [
  [/chosen sizes/, "at chosen sizes", "at the n and other numbers that the check names"],
  [
    /elsewhere|wherever|small n|in tests/,
    "elsewhere, wherever",
    "in random cases that meet the hypotheses with constants 1",
  ],
  [/small n/, "fails for small n", "some such case disagrees; it refutes no theorem about n -> infinity"],
  [/readings/, "in 1 of 2 readings", "the source can be read in several ways; not all of them hold"],
  [/in part/, "in part", "some evidence for it holds, other evidence does not or is open"],
  [/\bopen\b|inconclusive/, "open", "the evidence decides nothing"],
];

/**
 * A key to the grades and words that verdicts have.
 *
 * @param verdicts of the claims
 * @param columns of a line
 * @returns lines, 80 columns at most
 */
export function keyOf(verdicts: readonly Pick<TwoPart, "says" | "grade">[], columns: number): string[] {
  const said = verdicts.map(({ says, grade }) => `${says} ${grade}`).join("\n");
  const words = [
    ...Object.entries(GRADES_READ).filter(([grade]) => said.includes(grade)),
    ...PHRASES_READ.flatMap(([pattern, words, meaning]) => (pattern.test(said) ? [[words, meaning] as const] : [])),
  ];
  const column = Math.max(...words.map(([word]) => word.length));
  return words.map(([word, meaning]) => fold(`  ${word.padEnd(column)}  ${meaning}`, Math.min(columns, COLUMNS)));
}

/** A verdict with its grade: "holds (measured)". */
export const graded = ({ verdict, grade }: Pick<TwoPart, "verdict" | "grade">): string =>
  grade === null ? verdict : `${verdict} (${grade})`;

/** Both parts of a verdict in a few words, with the grade of what it rests on. */
export const saying = ({ says, grade }: Pick<TwoPart, "says" | "grade">): string =>
  grade === null || says.startsWith(grade) ? says : `${says} (${grade})`;

/** One part of a verdict: "holds (measured)", with the share of cases that agree; both parts are always told. */
export function partText({ chosen, wherever }: TwoPart, scope: "chosen" | "wherever"): string {
  const part = scope === "chosen" ? chosen : wherever;
  if (!part) return scope === "chosen" ? "no sizes were chosen" : "not tested";
  const { share } = part;
  const agreeing = scope === "wherever" && share ? `: ${shareText(share, "cases agree")}` : "";
  return graded(part) + agreeing;
}

/** Which sizes were chosen; empty where none were. */
export const sizesChosen = ({ chosen }: TwoPart): string => shortNumbers((chosen?.at ?? []).join("; "));

/** What a check left out of its figures: seeds to which the event did not come, or whose run could not tell. */
function withoutIn({ check, figures = {} }: Evidence): string[] {
  const { seeds, without = figures.untold } = figures;
  if (typeof seeds !== "number" || typeof without !== "number" || without === 0) return [];
  return [`${check}: ${without} of ${seeds + without}`];
}

/** Checks with the seeds that they left out: "feature-eta: 6 of 121"; empty where none did. */
export const seedsWithout = ({ evidence }: Pick<ClaimVerdict, "evidence">): string =>
  evidence.flatMap(withoutIn).join("; ");

/** The smallest case that meets the hypotheses and disagrees. */
export const smallest = ({ wherever }: TwoPart): string | undefined =>
  wherever?.counterexample && shortNumbers(wherever.counterexample.violation);

/** Evidence of a claim by where it looked: the two parts always, proofs where there are any. */
export const byScope = ({ evidence }: ClaimVerdict): readonly (readonly [Scope, readonly Evidence[]])[] =>
  (["chosen", "wherever", "domain"] as const)
    .map((scope) => [scope, evidence.filter((one) => one.scope === scope)] as const)
    .filter(([scope, own]) => scope !== "domain" || own.length > 0);
