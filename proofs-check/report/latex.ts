import { toLatex } from "../../src/report/table.ts";
import type { ClaimVerdict } from "../verdict.ts";
import { claimsTable } from "./tables.ts";

/** Verdicts as a LaTeX tabular: claim, source, verdict and statement; reasons are left to the other formats, which have room. */
export function checkLatex(verdicts: readonly ClaimVerdict[]): string {
  const { head, rows } = claimsTable(verdicts, true);
  return `${toLatex({ head: head.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) })}\n`;
}
