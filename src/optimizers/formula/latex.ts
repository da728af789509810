import type { Decay } from "../decay.ts";
import { type Style, write } from "./print.ts";
import type { Tree, Update } from "./tree.ts";

const NAMES: Readonly<Record<string, string>> = {
  g: "g_t",
  w: "w_{t-1}",
  eta: "\\eta",
  lambda: "\\lambda",
  b1: "\\beta_1",
  b2: "\\beta_2",
  eps: "\\epsilon",
};

const CALLS: Readonly<Record<string, (of: readonly string[]) => string>> = {
  sqrt: ([x]) => `\\sqrt{${x}}`,
  abs: ([x]) => `\\left|${x}\\right|`,
  sign: ([x]) => `\\operatorname{sgn}\\left(${x}\\right)`,
  min: (of) => `\\min\\left(${of.join(", ")}\\right)`,
  max: (of) => `\\max\\left(${of.join(", ")}\\right)`,
};

/** 1.5 10^-8 */
function numberLatex(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  if (exponent === undefined) return digits;
  const power = `10^{${Number(exponent)}}`;
  return digits === "1" ? power : `${digits} \\cdot ${power}`;
}

const memoryLatex = (name: string, old: boolean) => `\\mathrm{${name.replaceAll("_", "\\_")}}_{${old ? "t-1" : "t"}}`;

const LATEX: Style = {
  number: numberLatex,
  name: (name) => NAMES[name] ?? name,
  memory: memoryLatex,
  group: (text) => `\\left(${text}\\right)`,
  call: (name, of) => (CALLS[name] as (typeof CALLS)[string])(of),
  times: (right) => (/^\d/.test(right) ? " \\cdot " : " "),
  fraction: (above, below) => `\\frac{${above}}{${below}}`,
  power: (base, exponent) => `{${base}}^{${exponent}}`,
};

/**
 * A formula in LaTeX.
 *
 * @param tree of the formula
 * @returns math without dollar signs: index t - 1 before the step, t after it
 * Source: ours.
 * @example
 * formulaLatex(parseUpdate({ step: "g/(abs(w) + eps)" }, { betas: false, eps: true }).step.tree) // => "\\frac{g_t}{\\left|w_{t-1}\\right| + \\epsilon}"
 */
export const formulaLatex = (tree: Tree): string => write(tree, LATEX);

/**
 * An optimizer in LaTeX.
 *
 * @param update its formulas
 * @param decay where lambda enters
 * @returns equations without dollar signs, in the order in which they are carried out: gradient, memories, weight
 * Source: ours.
 * @example
 * const signum = parseUpdate({ memory: { mom: "b1*mom + g" }, direction: "sign(mom)" }, { betas: true, eps: false })
 * updateLatex(signum, "coupled")[1] // => "\\mathrm{mom}_{t} = \\beta_1 \\mathrm{mom}_{t-1} + g_t"
 */
export function updateLatex({ memory, step }: Update, decay: Decay): string[] {
  const gradient = `g_t = \\nabla L${decay === "coupled" ? " + \\lambda w_{t-1}" : ""}`;
  const memories = memory.map(({ name, tree }) => `${memoryLatex(name, false)} = ${formulaLatex(tree)}`);
  const kept = decay === "coupled" ? "w_{t-1}" : "\\left(1 - \\eta \\lambda\\right) w_{t-1}";
  const subtracted = formulaLatex({
    ...{ kind: "binary", op: "sub", at: step.tree.at, right: step.tree },
    left: { kind: "name", name: "w", at: step.tree.at },
  });
  return [gradient, ...memories, `w_t = ${kept}${subtracted.slice((NAMES.w as string).length)}`];
}
