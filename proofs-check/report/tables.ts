import type { Table } from "../../src/report/table.ts";
import type { Grade } from "../claim.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { restsText } from "../rests.ts";
import { shortNumbers } from "../shortNumbers.ts";
import { NOT_ASKED, notAsked } from "../words.ts";
import { graded, partText, SCOPE_WORDS, saying } from "./parts.ts";

/** One claim a row, in both parts. */
export const claimsTable = (verdicts: readonly ClaimVerdict[]): Table => ({
  head: ["claim", "source", "verdict", SCOPE_WORDS.chosen, SCOPE_WORDS.wherever, "rests on", "because"],
  rows: verdicts.map((claim) => [
    ...[claim.id, claim.source, saying(claim), partText(claim, "chosen"), partText(claim, "wherever")],
    ...[restsText(claim), shortNumbers(claim.reason)],
  ]),
});

/** Verdicts at a glance. */
export const verdictsTable = (verdicts: readonly ClaimVerdict[]): Table => ({
  head: ["claim", "source", "verdict", "of the source's readings"],
  rows: verdicts.map((claim) => [
    ...[claim.id, claim.source, saying(claim)],
    (claim.readings ?? []).map((reading) => `${reading.reading}: ${saying(reading)}`).join("\n"),
  ]),
});

/** One piece of evidence a row. */
export const evidenceTable = ({ evidence }: ClaimVerdict): Table => ({
  head: ["evidence", "where", "reading", "part", "grade", "verdict", "cases", "because"],
  rows: evidence.map(({ check, scope, at, reading = "", part = "", grade, verdict, cases, level, reason }) => [
    level === undefined ? check : `${check} (level ${level})`,
    at === undefined ? SCOPE_WORDS[scope] : `${SCOPE_WORDS[scope]}: ${at}`,
    ...[reading, part, grade, verdict, String(cases), shortNumbers(reason)],
  ]),
});

/**
 * Theorems with the lemmas they rest on, directly or through others.
 *
 * @param verdicts of all claims that were checked
 * @returns a row for every claim that rests on others that were checked, and is an outcome of whole runs or what no other one rests on
 */
export function theoremsTable(verdicts: readonly ClaimVerdict[]): Table {
  const byId = new Map(verdicts.map((claim) => [claim.id, claim]));
  const below = ({ rests = [] }: ClaimVerdict) => rests.flatMap(({ id }) => byId.get(id) ?? []);
  const used = new Set(verdicts.flatMap(({ restsOn }) => restsOn));
  const theorems = verdicts.filter(
    (claim) => below(claim).length > 0 && (claim.kind === "outcome" || !used.has(claim.id)),
  );
  return {
    head: ["theorem", "verdict", "rests on"],
    rows: theorems.map((theorem) => [
      theorem.id,
      saying(theorem),
      below(theorem)
        .map((lemma) => `${lemma.id}: ${saying(lemma)}`)
        .join("; "),
    ]),
  };
}

/** What a claim is counted as. */
const counted = ({ optimizer, says, ...verdict }: ClaimVerdict): string =>
  optimizer !== undefined && says === notAsked(optimizer) ? NOT_ASKED : graded(verdict);

/**
 * How many claims came to which verdict.
 *
 * @param verdicts of the claims
 * @returns one sentence
 */
export function summary(verdicts: readonly ClaimVerdict[]): string {
  const counts = new Map<string, number>();
  for (const word of verdicts.map(counted)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const listed = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return `${verdicts.length} ${verdicts.length === 1 ? "claim" : "claims"}: ${listed}.`;
}

/** Claims of whose evidence some holds at one of these grades. */
const having = (verdicts: readonly ClaimVerdict[], grades: readonly Grade[]): number =>
  verdicts.filter(({ evidence }) =>
    evidence.some(
      ({ verdict, grade, broken }) => verdict === "holds" && broken === undefined && grades.includes(grade),
    ),
  ).length;

/**
 * Of how many claims at least a part is known for certain.
 *
 * @param verdicts of the claims
 * @returns a sentence such as "With a part that is proved or machine-checked: 14 claims; with one that is certified: 27."; empty where there is none
 */
export function certainParts(verdicts: readonly ClaimVerdict[]): string {
  const [proved, certified] = [having(verdicts, ["machine-checked", "proved"]), having(verdicts, ["certified"])];
  const claims = (count: number) => `${count} claim${count === 1 ? "" : "s"}`;
  return proved + certified === 0
    ? ""
    : `With a part that is proved or machine-checked: ${claims(proved)}; with one that is certified: ${claims(certified)}.`;
}
