import { updateLatex } from "../optimizers/formula/latex.ts";
import { notKnownNormalized } from "../optimizers/formula/scaling.ts";
import { updateOf } from "../optimizers/formula/updateOf.ts";
import { formulaLine } from "../optimizers/formulaLine.ts";
import { CONVENTIONS, type Convention, type Formulas } from "../optimizers/optimizer.ts";
import { knownOptimizers } from "../optimizers/registry.ts";
import * as z from "../setting/zod.ts";
import { byName, checked, word } from "./options.ts";

/** An optimizer's formulas, for people. */
export interface OptimizerFormulas {
  readonly name: string;
  readonly text: string;
  /** Equations without dollar signs, in the order in which they are carried out. */
  readonly latex: readonly string[];
  /** Whether multiplying all gradients by c is known to multiply the steps by sgn(c), at eps = 0. */
  readonly normalized: boolean;
}

const schema = z.strictObject({ convention: word<Convention>(CONVENTIONS) });

/**
 * What an optimizer does, as formulas.
 *
 * memory' = its formula, one after the other;  w' = rho w - step
 *
 * @param optimizer a name, ours or that of your own where it was given by formulas
 * @param options convention, "pytorch" unless given
 * @returns a line, equations in LaTeX, and whether its steps are normalized
 * @throws InputError, one sentence, for an unknown name and for an optimizer that is a function
 * Source: docs/notes/formulas.md.
 * @example
 * formulas("signsgdw").latex.at(-1) // => "w_t = \\left(1 - \\eta \\lambda\\right) w_{t-1} - \\eta \\operatorname{sgn}\\left(g_t\\right)"
 * formulas("adam", { convention: "paper" }).text // => "g <- g + lambda*w; mom <- b1*mom + (1-b1)*g; sec <- b2*sec + (1-b2)*g^2; w <- w - eta*mom/(sqrt(sec) + eps)"
 */
export function formulas(
  optimizer: string,
  options: { readonly convention?: Convention | undefined } = {},
): OptimizerFormulas {
  const { convention = "pytorch" } = checked(schema, options, "formulas' options");
  const known = Object.fromEntries(knownOptimizers().map((one) => [one.name, one]));
  const { name, decay, formulas: texts } = byName("optimizer", known, optimizer);
  const update = updateOf(name, convention);
  return {
    name,
    text: formulaLine(decay, (texts as Readonly<Record<Convention, Formulas>>)[convention]),
    latex: updateLatex(update, decay),
    normalized: notKnownNormalized(update) === undefined,
  };
}
