import type { Table } from "../../src/report/table.ts";
import type { ClaimVerdict } from "../verdict.ts";

/** A verdict with its grade. */
export const graded = ({ verdict, grade }: Pick<ClaimVerdict, "verdict" | "grade">) =>
  grade === null ? verdict : `${verdict} (${grade})`;

/** One claim a row. */
export const claimsTable = (verdicts: readonly ClaimVerdict[], statements = false): Table => ({
  head: ["claim", "source", "verdict", ...(statements ? ["statement"] : []), "because"],
  rows: verdicts.map((claim) => [
    claim.id,
    claim.source,
    graded(claim),
    ...(statements ? [claim.latex === "" ? claim.statement : `$${claim.latex}$`] : []),
    claim.reason,
  ]),
});

/** Verdicts at a glance. */
export const verdictsTable = (verdicts: readonly ClaimVerdict[]): Table => ({
  head: ["claim", "source", "verdict", "grade", "of the source's readings"],
  rows: verdicts.map(({ id, source, verdict, grade, readings = [] }) => [
    ...[id, source, verdict, grade ?? ""],
    readings.map((reading) => `${reading.reading}: ${graded(reading)}`).join("\n"),
  ]),
});

/** One piece of evidence a row. */
export const evidenceTable = ({ evidence }: ClaimVerdict): Table => ({
  head: ["evidence", "reading", "part", "grade", "verdict", "cases", "because"],
  rows: evidence.map(({ check, reading = "", part = "", grade, verdict, cases, level, reason }) => [
    level === undefined ? check : `${check} (level ${level})`,
    reading,
    part,
    grade,
    verdict,
    String(cases),
    reason,
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
  // `above` is the way down so far: claims of one's own may rest on each other in a circle.
  const below = (id: string, above: readonly string[] = [id]): string[] =>
    (byId.get(id)?.restsOn ?? [])
      .filter((lemma) => byId.has(lemma) && !above.includes(lemma))
      .flatMap((lemma) => [lemma, ...below(lemma, [...above, lemma])]);
  const used = new Set(verdicts.flatMap(({ restsOn }) => restsOn));
  const theorems = verdicts.filter(({ id, kind }) => below(id).length > 0 && (kind === "outcome" || !used.has(id)));
  return {
    head: ["theorem", "verdict", "rests on"],
    rows: theorems.map((theorem) => [
      theorem.id,
      graded(theorem),
      [...new Set(below(theorem.id))].map((id) => `${id}: ${graded(byId.get(id) as ClaimVerdict)}`).join("; "),
    ]),
  };
}

/**
 * How many claims came to which verdict.
 *
 * @param verdicts of the claims
 * @returns one sentence
 */
export function summary(verdicts: readonly ClaimVerdict[]): string {
  const counts = new Map<string, number>();
  for (const claim of verdicts) counts.set(graded(claim), (counts.get(graded(claim)) ?? 0) + 1);
  const listed = [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return `${verdicts.length} ${verdicts.length === 1 ? "claim" : "claims"}: ${listed}.`;
}
