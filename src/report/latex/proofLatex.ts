import type { Line } from "../../bounds/entailment/derivation.ts";
import { namesIn } from "../../bounds/entailment/given.ts";
import type { Step } from "../../bounds/entailment/report.ts";
import { parseFormula } from "../../bounds/order/formula.ts";
import { formulaLatex } from "../../bounds/order/latex.ts";
import { isStep, type ProofReport, type ProofStep, type ProofText } from "../../bounds/proof/check.ts";
import { escape } from "./escape.ts";

const math = (formula: string): string => formulaLatex(parseFormula(formula, new Set(namesIn(formula))));

/** "O~(1)^(q - 3)" as math. */
const bound = (text: string): string =>
  text
    .replace(/^(o|O)~/, "\\tilde{$1}")
    .replace("n^O(1)", "n^{O(1)}")
    .replaceAll(/\^\(([^()]*)\)/g, "^{$1}");

function bounded({ bounds, rest }: Line): string {
  const parts = bounds.filter((part) => part !== "1").map(bound);
  return [...parts, ...(rest === "1" && parts.length > 0 ? [] : [math(rest)])].join(" \\cdot ");
}

/** The lines of an align, without the reason. */
function alignLines(line: Line): string[] {
  const { smallest, left, product, sign, conclusion } = line;
  const relation = sign === "<=" ? "\\le" : "=";
  const end = bound(conclusion.replace(/^(=|<=|<) /, ""));
  const endSign = conclusion.startsWith("<=") ? "\\le" : conclusion.startsWith("<") ? "<" : "=";
  const lines = [
    ...(smallest === undefined ? [] : [`${math(smallest)} &\\le ${math(left)}`]),
    ...(product === left ? [] : [`${smallest === undefined ? math(left) : ""} &= ${math(product)}`]),
    `${product === left && smallest === undefined ? math(left) : ""} &${relation} ${bounded(line)}`,
    ` &${endSign} ${end}`,
  ];
  const said = (text: string | undefined): string | undefined => text?.replace(/^.*&(=|\\le|<) /, "");
  return lines.filter((text, k) => said(text) !== said(lines[k - 1]));
}

const align = (lines: readonly string[]): string =>
  ["\\begin{align*}", lines.join(" \\\\\n"), "\\end{align*}"].join("\n");

/** A step as align; cases one after the other. */
function stepLatex(step: Step, reason: string): string[] {
  if (step.kind === "cases") {
    return step.of.flatMap((part) => [`If \\texttt{${escape(part.if)}}:`, ...stepLatex(part.then, reason)]);
  }
  const lines = alignLines(step);
  return [align(lines.map((text, k) => (k === 0 && reason !== "" ? `${text} && \\text{${reason}}` : text)))];
}

const WORDS: Readonly<Record<ProofStep["kind"], string>> = {
  show: "Then",
  hence: "Hence",
  not: "It does not follow that",
};

const scaling = (found: ProofStep["found"]): string =>
  Object.entries({ ...found.scaling, ...found.exponents })
    .map(([name, value]) => `${math(name)} = ${math(value)}`)
    .join(", ");

function stepText({ kind, name, latex, uses, holds, found }: ProofStep): string {
  const by = uses.length > 0 ? `by ${escape(uses.join(", "))}` : "";
  const head = `\\textbf{${escape(name)}} ${WORDS[kind]} $${latex}$${holds ? "" : " (not so)"}`;
  if (found.verdict === "fails") return `${head}: take $${scaling(found)}$.`;
  return [`${head}:`, ...(found.steps ?? []).flatMap((step) => stepLatex(step, by))].join("\n");
}

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
