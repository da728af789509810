import { type Decision, decide } from "./decide.ts";
import { DOMAIN, rangeText } from "./domain.ts";
import { type Order, orderText } from "./order.ts";
import { orderOf } from "./orderOf.ts";
import { variablesOf } from "./polynomial.ts";
import type { Scaling } from "./scaling.ts";
import type { Statement } from "./statement.ts";
import { decideWider, otherwise } from "./wider.ts";

/** What a statement comes to. */
export interface Decided extends Pick<Decision, "verdict" | "reason"> {
  readonly left: string;
  readonly right: string;
  /** Where it holds: "everywhere", "nowhere", or inequalities between exponents. */
  readonly region: string;
  /** The domain of the exponents that are left open. */
  readonly domain: readonly string[];
  /** What left/right tends to: a number, "0" or "infinity"; where it was found by expansion. */
  readonly limit?: string;
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

/** By the orders of both sides. */
function decideOrders({ left, relation, right }: Statement, scaling: Scaling): Decided {
  const [lower, upper] = [orderOf(left, scaling), orderOf(right, scaling)];
  const { verdict, reason, regionText } = decide(lower, relation, upper);
  return {
    left: orderText(lower),
    right: orderText(upper),
    verdict,
    region: regionText,
    domain: domainOf(lower, upper),
    reason,
  };
}

/**
 * Decides a statement under a scaling: by orders n^a (log n)^b with open exponents, where both sides have one; else by their expansions.
 *
 * @param statement a relation between two formulas
 * @param scaling how the symbols grow
 * @returns the verdict over the domain of the exponents, and why
 * @throws InputError where neither decides it
 * Source: ours.
 */
export const decideStatement = (statement: Statement, scaling: Scaling): Decided =>
  otherwise<Decided>(
    () => decideOrders(statement, scaling),
    () => decideWider(statement, scaling),
  );
