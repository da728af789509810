import { type Formula, readFormula } from "../../algebra/formula.ts";
import type { Written } from "../../algebra/written/written.ts";
import { DOMAIN } from "./domain.ts";
import { FUNCTIONS, SYMBOLS } from "./symbols.ts";

/** What makes a formula of a text, with further names that are allowed. */
export type FormulaReader = (text: string, defined?: ReadonlySet<string>) => Formula;

/**
 * Reads a formula in the papers' symbols that is in plain letters, as the project's own are.
 *
 * @param text as for `parseFormula`, in plain letters alone
 * @param defined further names that are allowed
 * @returns its tree with positions
 * @throws InputError, one sentence with the position from 1
 * Source: ours; the grammar is mathjs's, restricted.
 * @example
 * plainFormula("sigma0^(q-2)*sigmaP/n").tree.kind // => "operator"
 */
export const plainFormula = (text: string | Written, defined: ReadonlySet<string> = new Set()): Formula =>
  readFormula(text, {
    symbols: [...new Set([...Object.keys(SYMBOLS), ...defined])],
    functions: FUNCTIONS,
    exponents: Object.keys(DOMAIN),
    anyExponent: true,
    such: "sigma0^(q-2)",
  });
