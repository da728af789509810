import { type Sign, signOn } from "./domain.ts";
import { constantOf, minus, negative, type Polynomial, toText } from "./polynomial.ts";

/** A polynomial in the exponents against 0. */
export interface Constraint {
  readonly left: Polynomial;
  readonly relation: ">" | ">=" | "=";
}

/** Where all constraints of at least one list hold: [[]] everywhere, [] nowhere. */
export type Region = readonly (readonly Constraint[])[];

export const EVERYWHERE: Region = [[]];
export const NOWHERE: Region = [];

/** What satisfies a relation for certain, and what cannot. */
const CERTAIN: Readonly<Record<Constraint["relation"], { yes: readonly Sign[]; no: readonly Sign[] }>> = {
  ">": { yes: ["positive"], no: ["zero", "negative", "non-positive"] },
  ">=": { yes: ["positive", "non-negative", "zero"], no: ["negative"] },
  "=": { yes: ["zero"], no: ["positive", "negative"] },
};

/** Whether a constraint holds over the whole domain of the exponents (true) or nowhere in it (false); undefined where neither is certain. */
export function certainty({ left, relation }: Constraint): boolean | undefined {
  const sign = signOn(left);
  if (CERTAIN[relation].yes.includes(sign)) return true;
  return CERTAIN[relation].no.includes(sign) ? false : undefined;
}

export const either = (...regions: readonly Region[]): Region => regions.flat();

export const both = (...regions: readonly Region[]): Region =>
  regions.reduce((sum, region) => sum.flatMap((left) => region.map((right) => [...left, ...right])), EVERYWHERE);

/** Whether the first constraint implies the second: the second's polynomial is never less. */
function implies(first: Constraint, second: Constraint): boolean {
  if (second.relation === "=") return first.relation === "=" && minus(first.left, second.left).size === 0;
  const gap = signOn(minus(second.left, first.left));
  if (gap === "positive") return true;
  const strong = first.relation === ">" || second.relation === ">=";
  return strong && (gap === "zero" || gap === "non-negative");
}

/** Without constraints that others imply; the first of equals stays. */
const independent = (constraints: readonly Constraint[]) =>
  constraints.filter(
    (constraint, k) =>
      !constraints.some((other, i) => i !== k && implies(other, constraint) && !(implies(constraint, other) && k < i)),
  );

/** A >= 0 whose polynomial is never > 0 is an equation. */
const sharpened = ({ left, relation }: Constraint): Constraint =>
  relation === ">=" && signOn(left) === "non-positive" ? { left: negative(left), relation: "=" } : { left, relation };

/** Whether every point of the first list is in the second. */
const within = (first: readonly Constraint[], second: readonly Constraint[]) =>
  second.every((constraint) => first.some((other) => implies(other, constraint)));

/**
 * A region inside the domain of the exponents, with nothing in it that the domain decides.
 *
 * @param region any
 * @returns a region with the same points of the domain; [[]] and [] where this is found to be all or none of it
 * Source: ours.
 */
export function simplify(region: Region): Region {
  const open = region
    .filter((list) => !list.some((constraint) => certainty(constraint) === false))
    .map((list) => independent(list.filter((constraint) => certainty(constraint) === undefined).map(sharpened)));
  if (open.some((list) => list.length === 0)) return EVERYWHERE;
  return open.filter(
    (list, k) => !open.some((other, i) => i !== k && within(list, other) && !(within(other, list) && k < i)),
  );
}

/** A constraint for people, all terms positive: "1/4 D q + 2 beta > 1/2 D + 1". */
export function constraintText({ left, relation }: Constraint): string {
  const positive = new Map([...left].filter(([, coefficient]) => coefficient.compare(0) > 0));
  const rest = negative(new Map([...left].filter(([, coefficient]) => coefficient.compare(0) < 0)));
  // "0 > beta" is read more easily from the other side.
  if (positive.size === 0 || (constantOf(positive) && !constantOf(rest))) {
    return `${toText(rest)} ${relation.replace(">", "<")} ${toText(positive)}`;
  }
  return `${toText(positive)} ${relation} ${toText(rest)}`;
}

/** A region for people. */
export function regionText(region: Region): string {
  if (region.length === 0) return "nowhere";
  if (region.some((list) => list.length === 0)) return "everywhere";
  const lists = region.map((list) => list.map(constraintText).join(" and "));
  return lists.length === 1 ? (lists[0] as string) : lists.map((text) => `(${text})`).join(" or ");
}
