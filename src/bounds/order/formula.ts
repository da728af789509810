import { type Formula, readFormula } from "../../algebra/formula.ts";
import { asWritten } from "../../algebra/written/asWritten.ts";
import { DOMAIN } from "./domain.ts";
import { namesOf } from "./names.ts";
import { FUNCTIONS, SYMBOLS } from "./symbols.ts";

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
  readFormula(asWritten(text, namesOf(defined)), {
    symbols: [...new Set([...Object.keys(SYMBOLS), ...defined])],
    functions: FUNCTIONS,
    exponents: Object.keys(DOMAIN),
    anyExponent: true,
    such: "sigma0^(q-2)",
  });
