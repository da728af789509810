import { toLatex } from "../../src/report/table.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { statementsTable } from "./tables.ts";

/** Verdicts as a LaTeX tabular: claim, source, both parts of the verdict, what it rests on, and the statement. */
export const checkLatex = (verdicts: readonly ClaimVerdict[]): string => `${toLatex(statementsTable(verdicts))}\n`;
