import { InputError } from "../../setting/inputError.ts";
import type { Names } from "../growth/evaluate.ts";
import { decideGrowth, type Growth, growthOf } from "../growth/growth.ts";
import { Unanswered } from "../growth/refusal.ts";
import type { Formula } from "./formula.ts";
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

/** How a formula grows, by its expansion. */
export const widerGrowth = (formula: Formula, scaling: Scaling): Growth => growthOf(formula, namesOf(scaling));

/** Decides a statement by expansions of both sides. */
export function decideWider({ left, relation, right }: Statement, scaling: Scaling) {
  const decided = decideGrowth(left, relation, right, namesOf(scaling));
  const { holds, limit } = decided;
  const tends = limit === undefined ? "" : `; left/right tends to ${limit}`;
  return {
    left: decided.left.order,
    right: decided.right.order,
    verdict: holds ? ("holds" as const) : ("fails" as const),
    region: holds ? "everywhere" : "nowhere",
    domain: [],
    reason: `left ~ ${decided.left.leading}, right ~ ${decided.right.leading}${tends}`,
    ...(limit !== undefined && { limit }),
  };
}
