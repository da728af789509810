import type { ClaimVerdict } from "../verdict.ts";
import { summary, theoremsTable } from "./tables.ts";

const indent = (text: string, by: number) => `${" ".repeat(by)}${text}`;

function claimText({ id, source, statement, verdict, grade, evidence }: ClaimVerdict): string {
  const lines = evidence.map(({ check, reading, part, level, grade, verdict, cases, reason, counterexample }) => {
    const about = [reading, part, level === undefined ? undefined : `level ${level}`].filter(Boolean).join(", ");
    const lead = `${check}${about ? ` (${about})` : ""}: ${verdict}, ${grade}, ${cases} ${cases === 1 ? "case" : "cases"}`;
    const more =
      counterexample?.run && counterexample.command ? [indent("a run file shows it; --out keeps it", 6)] : [];
    return [indent(lead, 4), indent(reason, 6), ...more].join("\n");
  });
  const head = `${id} [${source}]: ${verdict.toUpperCase()}${grade ? `, ${grade}` : ""}`;
  return [head, indent(statement, 2), ...lines].join("\n");
}

/**
 * Verdicts for a terminal: every claim with its evidence, then the theorems with the lemmas they rest on, then the count.
 *
 * @param verdicts of the claims
 * @returns lines of plain text
 */
export function checkText(verdicts: readonly ClaimVerdict[]): string {
  const theorems = theoremsTable(verdicts).rows.map(([theorem, verdict, lemmas]) =>
    [`  ${theorem}: ${verdict}`, ...(lemmas as string).split("; ").map((lemma) => indent(`rests on ${lemma}`, 4))].join(
      "\n",
    ),
  );
  const sections = [
    ...verdicts.map(claimText),
    ...(theorems.length > 0 ? [["Theorems, and what they rest on", ...theorems].join("\n")] : []),
    summary(verdicts),
  ];
  return `${sections.join("\n\n")}\n`;
}
