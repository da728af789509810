import { signOn } from "./domain.ts";
import { type Order, orderText } from "./order.ts";
import { minus, type Polynomial, toText } from "./polynomial.ts";
import { type Region, regionText, simplify } from "./region.ts";
import type { Relation } from "./relations.ts";

/** What exponents say of left = relation(right). */
export interface Decision {
  /** Over the whole domain of the exponents, nowhere in it, or in a part. */
  readonly verdict: "holds" | "fails" | "depends";
  /** The part. */
  readonly region: Region;
  readonly regionText: string;
  /** The inequality between exponents that decides. */
  readonly reason: string;
}

const COMPARED: Readonly<Record<ReturnType<typeof signOn>, string>> = {
  positive: "<",
  "non-negative": "<=",
  zero: "=",
  "non-positive": ">=",
  negative: ">",
  any: "against",
};

const compared = (a: Polynomial, b: Polynomial) => `${toText(a)} ${COMPARED[signOn(minus(b, a))]} ${toText(b)}`;

function reasonOf(left: Order, { name }: Relation, right: Order, needed: Region): string {
  if (left.kind !== "monomial" || right.kind !== "monomial") {
    return `${orderText(left)} against ${orderText(right)}: needs ${regionText(needed)}`;
  }
  const ofN = `exponents of n: ${compared(left.n, right.n)}`;
  const decided = ["positive", "negative"].includes(signOn(minus(right.n, left.n)));
  return decided || name.endsWith("~") ? ofN : `${ofN}; of log n: ${compared(left.log, right.log)}`;
}

/**
 * Decides a relation between two orders, exactly.
 *
 * @param left an order
 * @param relation one of `RELATIONS`
 * @param right an order
 * @returns the verdict over the domain of the exponents, the part of it where the relation holds, and why
 * Source: ours; "holds" and "fails" are proved, by signs of polynomials; by elimination where regions have several linear constraints; "depends" may be said of a region that is all or nothing where products of exponents keep that proof from being found.
 */
export function decide(left: Order, relation: Relation, right: Order): Decision {
  const needed = relation.region(left, right);
  const region = simplify(needed);
  const text = regionText(region);
  const verdict = text === "everywhere" ? "holds" : text === "nowhere" ? "fails" : "depends";
  return { verdict, region, regionText: text, reason: reasonOf(left, relation, right, needed) };
}
