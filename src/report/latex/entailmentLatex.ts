import type { Line } from "../../bounds/entailment/derivation.ts";
import { namesIn } from "../../bounds/entailment/given.ts";
import type { Entailment, Step } from "../../bounds/entailment/report.ts";
import { parseFormula } from "../../bounds/order/formula.ts";
import { formulaLatex } from "../../bounds/order/latex.ts";
import { escape } from "./escape.ts";

/** A formula in any names as math, without dollar signs. */
export const math = (formula: string): string => formulaLatex(parseFormula(formula, new Set(namesIn(formula))));

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

const scaling = ({ scaling: by, exponents }: Entailment): string =>
  Object.entries({ ...by, ...exponents })
    .map(([name, value]) => `${math(name)} = ${math(value)}`)
    .join(", ");

/**
 * Why a claim follows or does not, in LaTeX.
 *
 * @param head what is said of it, without a full stop
 * @param found the answer
 * @param by the hypotheses used, as they are cited
 * @returns the head with a scaling, or with an align for each derivation; needs amsmath
 */
export function reasonLatex(head: string, found: Entailment, by: readonly string[]): string {
  if (found.verdict === "fails") return `${head}: take $${scaling(found)}$.`;
  if (found.verdict === "not decided") return `${head}: not decided.`;
  const reason = by.length > 0 ? `by ${escape(by.join(", "))}` : "";
  return [`${head}:`, ...(found.steps ?? []).flatMap((step) => stepLatex(step, reason))].join("\n");
}

const WORDS: Readonly<Record<Entailment["verdict"], string>> = {
  follows: "Then",
  fails: "It does not follow that",
  contradictory: "Anything follows, such as",
  "not decided": "Open is whether",
};

/**
 * Claims under hypotheses in LaTeX.
 *
 * @param found one or several
 * @returns of each its hypotheses, numbered, then the claim with its derivation or a scaling
 */
export const entailmentLatex = (found: readonly Entailment[]): string =>
  `${found
    .map((one) => {
      const uses = (one.uses ?? []).map((place) => `(${place})`);
      const given = one.givenLatex.map((text, k) => `(${k + 1}) Let $${text}$.`);
      return [...given, reasonLatex(`${WORDS[one.verdict]} $${one.latex}$`, one, uses)].join("\n\n");
    })
    .join("\n\n")}\n`;
