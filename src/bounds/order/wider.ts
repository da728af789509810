import { InputError } from "../../setting/inputError.ts";
import type { Names } from "../growth/evaluate.ts";
import { decideGrowth, type Growth, type GrowthDecision, growthOf } from "../growth/growth.ts";
import { Unanswered } from "../growth/refusal.ts";
import type { Formula } from "./formula.ts";
import { plainFormula } from "./plainFormula.ts";
import { constantOf } from "./polynomial.ts";
import type { Scaling } from "./scaling.ts";
import type { Statement } from "./statement.ts";

const namesOf = ({ quantities, exponents }: Scaling): Names => ({
  definition: (name) => quantities.get(name),
  value: (name) => {
    const value = exponents.get(name);
    return value && constantOf(value);
  },
});

/** The answer of the algebra of orders; where it refuses, that of expansions; where an exponent that those need has no value, the refusal. */
export function otherwise<T>(plain: () => T, wider: () => T): T {
  try {
    return plain();
  } catch (refusal) {
    if (!(refusal instanceof InputError)) throw refusal;
    try {
      return wider();
    } catch (error) {
      throw error instanceof Unanswered ? refusal : error;
    }
  }
}

/**
 * How a formula grows, by its expansion.
 *
 * @param formula with logs of logs, exp, n!, binomials, exponents in n, differences, o and O terms
 * @param scaling how the other symbols grow
 * @returns the leading term, with and without its constant
 * @throws InputError where it is refused; Unanswered where an exponent has no value
 * Source: ours.
 * @example
 * widerGrowth(plainFormula("sqrt(n + 1) - sqrt(n)"), scalingOf()).leading // => "1/2 n^(-1/2)"
 */
export const widerGrowth = (formula: Formula, scaling: Scaling): Growth => growthOf(formula, namesOf(scaling));

const BEYOND_LOGS = { name: "omega~", side: "above", strict: true } as const;
const SAME_POWERS = { name: "Theta~", side: "around", strict: false } as const;
const SAME = { name: "Theta", side: "around", strict: false } as const;

/** log of a formula; what is not positive has none. */
const logOf = ({ text, tree, node }: Formula): Formula => ({
  text,
  node,
  tree: { kind: "call", name: "log", of: [tree], at: tree.at },
});

/** f = polylog(n): f = Theta~(1). f = poly(n): f is more than all powers of log n, and log f = Theta(log n). */
function decideClass({ left, relation, right }: Statement, names: Names): GrowthDecision {
  const one = plainFormula("1");
  if (relation.name === "polylog") return decideGrowth(left, SAME_POWERS, one, names);
  const large = decideGrowth(left, BEYOND_LOGS, one, names);
  if (!large.holds) return large;
  return { ...large, holds: decideGrowth(logOf(left), SAME, logOf(right), names).holds };
}

/** Decides a statement by expansions of both sides. */
export function decideWider(statement: Statement, scaling: Scaling) {
  const { left, relation, right } = statement;
  const names = namesOf(scaling);
  // Between numbers as between orders: whatever the constants.
  const strict = relation.strict || relation.form === "infix";
  const decided =
    relation.form === "class"
      ? decideClass(statement, names)
      : decideGrowth(left, { ...relation, strict }, right, names);
  const { holds, limit } = decided;
  const tends = limit === undefined ? "" : `; left/right tends to ${limit}`;
  const finite = limit !== undefined && !["0", "infinity", "-infinity"].includes(limit);
  const orders =
    relation.form === "infix" && finite ? ` (${relation.name} compares orders, whatever the constants)` : "";
  return {
    left: decided.left.order,
    right: decided.right.order,
    verdict: holds ? ("holds" as const) : ("fails" as const),
    region: holds ? "everywhere" : "nowhere",
    domain: [],
    reason: `left ~ ${decided.left.leading}, right ~ ${decided.right.leading}${tends}${orders}`,
    ...(limit !== undefined && { limit }),
  };
}
