import type { MathNode } from "../../algebra/mathjs.ts";
import type { Formula } from "./formula.ts";
import type { Statement } from "./statement.ts";
import { SYMBOLS } from "./symbols.ts";

/** Names that are no symbols of the papers, as LaTeX. */
const nameLatex = (name: string) =>
  SYMBOLS[name]?.latex ?? (name === "beta" ? "\\beta" : name.length === 1 ? name : `\\mathrm{${name}}`);

const CALLS: Readonly<Record<string, (args: readonly string[]) => string>> = {
  sqrt: ([x]) => `\\sqrt{${x}}`,
  log: ([x]) => `\\log\\left(${x}\\right)`,
  min: (args) => `\\min\\left(${args.join(", ")}\\right)`,
  max: (args) => `\\max\\left(${args.join(", ")}\\right)`,
  exp: ([x]) => `\\exp\\left(${x}\\right)`,
  factorial: ([x]) => `\\left(${x}\\right)!`,
  binomial: ([a, b]) => `\\binom{${a}}{${b}}`,
  o: ([x]) => `o\\left(${x}\\right)`,
  O: ([x]) => `O\\left(${x}\\right)`,
};

type Options = { readonly implicit: "hide"; readonly parenthesis: "auto"; readonly handler: Handler };
type Handler = (
  node: MathNode & { name?: string; fn?: { name: string }; args?: MathNode[] },
  options: Options,
) => string | undefined;

/** mathjs draws operators; names and functions are the papers'. */
const handler: Handler = (node, options) => {
  if (node.type === "SymbolNode") return nameLatex(node.name as string);
  if (node.type !== "FunctionNode") return undefined;
  const call = CALLS[node.fn?.name as string] as (typeof CALLS)[string];
  return call((node.args as MathNode[]).map((part) => part.toTex(options)));
};

const OPTIONS: Options = { implicit: "hide", parenthesis: "auto", handler };

/**
 * A formula in LaTeX.
 *
 * @param formula any that was read
 * @returns math without dollar signs
 * Source: ours, by mathjs's toTex.
 * @example
 * formulaLatex(parseFormula("sqrt(s)*sigmaP")) // => "\\sqrt{s} \\sigma_p"
 */
export const formulaLatex = (formula: Formula): string =>
  formula.node
    .toTex(OPTIONS)
    // No \\cdots of \\cdot and s; only a number needs the dot in front of it.
    .replaceAll(/\\cdot(?!\d)/g, " ")
    .trim();

/** A statement in LaTeX, without dollar signs. */
export const statementLatex = ({ left, relation, right }: Statement): string =>
  relation.form === "infix"
    ? `${formulaLatex(left)} ${relation.latex} ${formulaLatex(right)}`
    : `${formulaLatex(left)} = ${relation.latex}\\left(${formulaLatex(right)}\\right)`;
