import { toMarkdown } from "../../src/report/table.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { certainParts, claimsTable, evidenceTable, summary, theoremsTable } from "./tables.ts";

/** Verdicts in Markdown: the table of claims, that of theorems, and all evidence. */
export function checkMarkdown(verdicts: readonly ClaimVerdict[]): string {
  const theorems = theoremsTable(verdicts);
  const certain = certainParts(verdicts);
  return `${[
    "# Claims checked",
    summary(verdicts),
    ...(certain ? [certain] : []),
    toMarkdown(claimsTable(verdicts)),
    ...(theorems.rows.length > 0 ? ["## Theorems, and what they rest on", toMarkdown(theorems)] : []),
    "## Evidence",
    ...verdicts.flatMap((claim) => [
      `### ${claim.id}`,
      claim.statement,
      ...(claim.readAs ?? []).map((reading) => `Read as: ${reading}.`),
      toMarkdown(evidenceTable(claim)),
    ]),
  ].join("\n\n")}\n`;
}
