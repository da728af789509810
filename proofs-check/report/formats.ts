import type { Place } from "../../src/report/latex/latexTable.ts";
import type { Grade } from "../claim.ts";
import type { ClaimVerdict } from "../claimVerdict.ts";
import { checkBrief } from "./brief.ts";
import { checkJunit } from "./junit.ts";
import { checkLatex } from "./latex.ts";
import { checkMarkdown } from "./markdown.ts";
import { checkText } from "./text.ts";

/** What verdicts can be written as. Adding a format is one line here. */
export const FORMATS = {
  text: checkText,
  brief: checkBrief,
  md: checkMarkdown,
  json: (claims: readonly ClaimVerdict[]) => `${JSON.stringify({ claims })}\n`,
  junit: checkJunit,
  latex: (claims: readonly ClaimVerdict[], _?: Grade, __?: number, place: Place = "text") => checkLatex(claims, place),
} as const satisfies Readonly<
  Record<string, (verdicts: readonly ClaimVerdict[], failOn: Grade, columns: number, place: Place) => string>
>;
