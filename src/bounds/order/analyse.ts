import { type Decision, decide } from "./decide.ts";
import { DOMAIN, rangeText } from "./domain.ts";
import { type Formula, parseFormula } from "./formula.ts";
import { formulaLatex, statementLatex } from "./latex.ts";
import { type Order, orderText } from "./order.ts";
import { orderOf } from "./orderOf.ts";
import { variablesOf } from "./polynomial.ts";
import { RELATIONS } from "./relations.ts";
import type { Scaling } from "./scaling.ts";
import { isStatement, parseStatement } from "./statement.ts";

/** A formula and how it grows. */
export interface OrderReport {
  readonly formula: string;
  readonly latex: string;
  readonly order: string;
}

/** left = relation(right), decided. */
export interface StatementReport extends Pick<Decision, "verdict" | "reason"> {
  readonly statement: string;
  readonly latex: string;
  readonly left: string;
  readonly right: string;
  /** Where it holds: "everywhere", "nowhere", or inequalities between exponents. */
  readonly region: string;
  /** The domain of the exponents that are left open. */
  readonly domain: readonly string[];
}

const exponentsOf = (order: Order): string[] =>
  order.kind === "monomial"
    ? [...variablesOf(order.n), ...variablesOf(order.log)]
    : order.kind === "zero"
      ? []
      : order.of.flatMap(exponentsOf);

const domainOf = (...orders: readonly Order[]) => {
  const open = new Set(orders.flatMap(exponentsOf));
  return [...new Set([...Object.keys(DOMAIN).filter((name) => open.has(name)), ...open])].map(rangeText);
};

/** The order of a formula. */
export function analyseFormula(text: string, scaling: Scaling): OrderReport {
  const formula = parseFormula(text, new Set(scaling.quantities.keys()));
  return { formula: text, latex: formulaLatex(formula), order: orderText(orderOf(formula, scaling)) };
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
  const sides = [statement.left, statement.right].map((formula: Formula) => orderOf(formula, scaling));
  const [left, right] = sides as [Order, Order];
  const { verdict, reason, regionText } = decide(left, statement.relation, right);
  return {
    statement: text,
    latex: statementLatex(statement),
    left: orderText(left),
    right: orderText(right),
    verdict,
    region: regionText,
    domain: domainOf(left, right),
    reason,
  };
}

/** A formula or a statement, whichever the text is. */
export const analyse = (text: string, scaling: Scaling): OrderReport | StatementReport =>
  isStatement(text) ? analyseStatement(text, scaling) : analyseFormula(text, scaling);

/** Every relation between two formulas, decided. */
export const compareFormulas = (left: string, right: string, scaling: Scaling): StatementReport[] =>
  RELATIONS.filter(({ form }) => form === "letter").map(({ name }) =>
    analyseStatement(`${left} = ${name}(${right})`, scaling),
  );
