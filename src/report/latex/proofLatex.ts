import { isStep, type ProofReport, type ProofStep, type ProofText } from "../../bounds/proof/check.ts";
import { math, reasonLatex } from "./entailmentLatex.ts";
import { escape } from "./escape.ts";

const WORDS: Readonly<Record<ProofStep["kind"], string>> = {
  show: "Then",
  hence: "Hence",
  not: "It does not follow that",
};

const stepText = ({ kind, name, latex, uses, holds, found }: ProofStep): string =>
  reasonLatex(`\\textbf{${escape(name)}} ${WORDS[kind]} $${latex}$${holds ? "" : " (not so)"}`, found, uses);

function said(line: ProofText): string {
  if (line.kind === "comment") return escape(line.text);
  if (line.kind === "given") return `\\textbf{${escape(line.name)}} Let $${line.latex}$.`;
  return `Let $${math(line.name)} = ${math(line.value)}$.`;
}

/**
 * A checked proof in LaTeX.
 *
 * @param report of it
 * @returns paragraphs, and an align for each derivation, with the hypotheses and steps it uses; needs amsmath
 */
export const proofLatex = (report: ProofReport): string =>
  `${report.lines.map((line) => (isStep(line) ? stepText(line) : said(line))).join("\n\n")}\n`;
