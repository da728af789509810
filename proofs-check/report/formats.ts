import type { ClaimVerdict } from "../verdict.ts";
import { checkJunit } from "./junit.ts";
import { checkLatex } from "./latex.ts";
import { checkMarkdown } from "./markdown.ts";
import { checkText } from "./text.ts";

/** What verdicts can be written as. Adding a format is one line here. */
export const FORMATS: Readonly<Record<string, (verdicts: readonly ClaimVerdict[]) => string>> = {
  text: checkText,
  md: checkMarkdown,
  json: (claims) => `${JSON.stringify({ claims })}\n`,
  junit: checkJunit,
  latex: checkLatex,
};
