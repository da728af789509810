import type { Formula } from "../../algebra/formula.ts";
import { asWritten } from "../../algebra/written/asWritten.ts";
import { namesOf } from "./names.ts";
import { plainFormula } from "./plainFormula.ts";

export type { Expression, Formula } from "../../algebra/formula.ts";

/**
 * Reads a formula in the papers' symbols.
 *
 * @param text names, numbers, + - * / ^, sqrt, log (natural), min, max, exp, factorial or !, binomial, o, O, parentheses; "2 n" is a product; in plain letters, LaTeX or Unicode, mixed as they come
 * @param defined further names that are allowed
 * @returns its tree with positions; nothing is evaluated
 * @throws InputError, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * parseFormula("sigma0^(q-2)*sigmaP/n").tree.kind // => "operator"
 */
export const parseFormula = (text: string, defined: ReadonlySet<string> = new Set()): Formula =>
  plainFormula(asWritten(text, namesOf(defined)), defined);
