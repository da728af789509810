import { toText } from "../../src/report/table.ts";
import type { ClaimVerdict } from "../verdict.ts";
import { summary, theoremsTable, verdictsTable } from "./tables.ts";

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
 * Verdicts for a terminal: every claim with its evidence, then the theorems with the lemmas they rest on, all verdicts at a glance, and the count.
 *
 * @param verdicts of the claims
 * @returns lines of plain text
 */
export function checkText(verdicts: readonly ClaimVerdict[]): string {
  const { head, rows } = theoremsTable(verdicts);
  // Lemmas a line each: a terminal is not wide enough for them side by side.
  const theorems = { head, rows: rows.map((row) => row.map((cell) => cell.replaceAll("; ", "\n"))) };
  const sections = [
    ...verdicts.map(claimText),
    ...(rows.length > 0 ? [toText(theorems)] : []),
    ...(verdicts.length > 1 ? [toText(verdictsTable(verdicts))] : []),
    summary(verdicts),
  ];
  return `${sections.join("\n\n")}\n`;
}
