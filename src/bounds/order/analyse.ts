import { type Decided, decideStatement } from "./decideStatement.ts";
import { parseFormula } from "./formula.ts";
import { formulaLatex, statementLatex } from "./latex.ts";
import { orderText } from "./order.ts";
import { orderOf } from "./orderOf.ts";
import { RELATIONS } from "./relations.ts";
import type { Scaling } from "./scaling.ts";
import { isStatement, parseStatement } from "./statement.ts";
import { otherwise, widerGrowth } from "./wider.ts";

/** A formula and how it grows. */
export interface OrderReport {
  readonly formula: string;
  readonly latex: string;
  readonly order: string;
  /** The leading term with its constant, such as "-1/4 n^(-3/2)"; where the order was found by expansion. */
  readonly leading?: string;
}

/** left = relation(right), decided. */
export interface StatementReport extends Decided {
  readonly statement: string;
  readonly latex: string;
}

/** The order of a formula. */
export function analyseFormula(text: string, scaling: Scaling): OrderReport {
  const formula = parseFormula(text, new Set(scaling.quantities.keys()));
  const found = otherwise<Pick<OrderReport, "order" | "leading">>(
    () => ({ order: orderText(orderOf(formula, scaling)) }),
    () => widerGrowth(formula, scaling),
  );
  return { formula: text, latex: formulaLatex(formula), ...found };
}

/**
 * Decides a statement under a scaling.
 *
 * @param text formula = relation(formula)
 * @param scaling how the symbols grow
 * @returns orders of both sides, the verdict over the domain, the region where it holds, and the inequality that decides
 * @throws InputError if it cannot be read or a side has no order
 * Source: ours.
 * @example
 * analyseStatement("sigma0^(q-2) = o(min(B^2/n, 1))", scalingOf()).verdict // => "holds"
 * analyseStatement("s*sigmaP = omega(n/B)", scalingOf()).region // => "beta + 1/4 D > 2"
 */
export function analyseStatement(text: string, scaling: Scaling): StatementReport {
  const statement = parseStatement(text, new Set(scaling.quantities.keys()));
  return { statement: text, latex: statementLatex(statement), ...decideStatement(statement, scaling) };
}

/** A formula or a statement, whichever the text is. */
export const analyse = (text: string, scaling: Scaling): OrderReport | StatementReport =>
  isStatement(text) ? analyseStatement(text, scaling) : analyseFormula(text, scaling);

/** Every relation between two formulas, decided. */
export const compareFormulas = (left: string, right: string, scaling: Scaling): StatementReport[] =>
  RELATIONS.filter(({ form }) => form === "letter").map(({ name }) =>
    analyseStatement(`${left} = ${name}(${right})`, scaling),
  );
