import { asWritten } from "../../algebra/written/asWritten.ts";
import { parseFormula } from "./formula.ts";
import { namesOf, plainText } from "./names.ts";
import { type Statement, statementBy } from "./plainStatement.ts";

export type { Statement } from "./plainStatement.ts";

/** Whether a text says something of two formulas, rather than being one. */
export const isStatement = (text: string): boolean => /[=<>]/.test(plainText(text));

/**
 * Reads a statement such as "lambda = o(sigma0^(q-2)*sigmaP/n)".
 *
 * @param text formula = relation(formula); relations: o, O, Theta, Omega, omega, each also with ~; or formula < formula, also with <=, >, >=, << (o) and >> (omega); or formula = polylog(n), poly(n), or 1 over these
 * @param defined names beyond the papers' that formulas may use
 * @returns both formulas and the relation; of formula = 1/poly(n), that 1/formula = poly(n)
 * @throws InputError if it is none, or a formula cannot be read
 * Source: ours.
 * @example
 * parseStatement("n/B = Omega(log(1/eps))").relation.name // => "Omega"
 * parseStatement("s << d").relation.name // => "o"
 */
export const parseStatement = (text: string, defined: ReadonlySet<string> = new Set()): Statement =>
  statementBy(parseFormula, asWritten(text, namesOf(defined)), defined);
