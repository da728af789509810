import type { Fraction } from "../../algebra/mathjs.ts";
import type { Constraint } from "./constraint.ts";
import type { Polynomial } from "./polynomial.ts";

type List = readonly Constraint[];

/** The number c with a = c b, if there is one. */
function ratio(a: Polynomial, b: Polynomial): Fraction | undefined {
  if (a.size !== b.size) return undefined;
  let all: Fraction | undefined;
  for (const [monomial, value] of a) {
    const other = b.get(monomial);
    const one = other && value.div(other);
    if (one === undefined || (all !== undefined && one.compare(all) !== 0)) return undefined;
    all = one;
  }
  return all;
}

/** Whether two polynomials are on the same side of 0 (1), or on opposite ones (-1), at every point; 0 if not for certain. */
const sides = (a: Polynomial, b: Polynomial): number => ratio(a, b)?.compare(0) ?? 0;

/** a >= 0 and -a >= 0 as a = 0. */
function withEquations(list: List): List {
  const opposite = (one: Constraint) =>
    list.findIndex((other) => one.relation === ">=" && other.relation === ">=" && sides(one.left, other.left) < 0);
  return list.flatMap((one, k): List => {
    const place = opposite(one);
    if (place < 0) return [one];
    return place > k ? [{ left: one.left, relation: "=" }] : [];
  });
}

/** What two constraints say together where one or the other holds, if one constraint says it. */
function eitherOf(a: Constraint, b: Constraint): Constraint | undefined {
  const side = sides(a.left, b.left);
  if (side > 0 && a.relation === b.relation) return a;
  if (side !== 0 && a.relation === ">" && b.relation === "=") return { left: a.left, relation: ">=" };
  if (side !== 0 && a.relation === "=" && b.relation === ">") return { left: b.left, relation: ">=" };
  return undefined;
}

/** One list with the points of both, if they differ in one constraint and that can be said as one. */
function joined(a: List, b: List): List | undefined {
  if (a.length !== b.length) return undefined;
  const same = (one: Constraint, other: Constraint) =>
    one.relation === other.relation && sides(one.left, other.left) > 0;
  const own = (list: List, others: List) => list.filter((one) => !others.some((other) => same(one, other)));
  const [[first, ...more], [second, ...others]] = [own(a, b), own(b, a)];
  if (!first || !second || more.length > 0 || others.length > 0) return undefined;
  const one = eitherOf(first, second);
  return one && a.map((each) => (each === first ? one : each));
}

/**
 * A region with what belongs together said at once: two inequalities that are an equation, two lists that differ in < and =.
 *
 * @param region any
 * @returns a region with the same points, and not more lists
 * Source: ours.
 */
export function merged(region: readonly List[]): readonly List[] {
  const lists = region.map(withEquations);
  for (const [k, a] of lists.entries()) {
    for (const [i, b] of lists.entries()) {
      const one = i > k ? joined(a, b) : undefined;
      if (one) return merged(lists.flatMap((list, place) => (place === k ? [one] : place === i ? [] : [list])));
    }
  }
  return lists;
}
