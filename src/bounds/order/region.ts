import { InputError } from "../../setting/inputError.ts";
import type { Constraint } from "./constraint.ts";
import { type Sign, signOn } from "./domain.ts";
import { impossible } from "./impossible.ts";
import { merged } from "./merged.ts";
import { outermost } from "./outermost.ts";
import { cleared, constantOf, isQuotient, minus, negative, signOf, toText } from "./polynomial.ts";

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

/** More cases than people read; their number grows with the power of the terms of a max. */
const MOST_CASES = 64;

export const either = (...regions: readonly Region[]): Region => {
  const all = regions.flat();
  return all.some((list) => list.length === 0) ? EVERYWHERE : all;
};

export const both = (...regions: readonly Region[]): Region =>
  regions.reduce((sum, region) => {
    const small = sum.length * region.length <= MOST_CASES;
    const [lefts, rights] = small ? [sum, region] : [simplify(sum), simplify(region)];
    if (lefts.length * rights.length > MOST_CASES) {
      throw new InputError(
        `a statement must have at most ${MOST_CASES} cases of exponents, but has ${lefts.length * rights.length} or more; set exponents or shorten its sums, min and max`,
      );
    }
    return lefts.flatMap((left) => rights.map((right) => [...left, ...right]));
  }, EVERYWHERE);

/** Whether the first constraint implies the second: the second's polynomial is never less. */
function implies(first: Constraint, second: Constraint): boolean {
  // An equation may be read from either side.
  const readings = first.relation === "=" ? [first.left, negative(first.left)] : [first.left];
  const gaps = readings.map((left) => minus(second.left, left));
  if (second.relation === "=") return first.relation === "=" && gaps.some((gap) => gap.size === 0);
  const strong = first.relation === ">" || second.relation === ">=";
  return gaps.map(signOn).some((gap) => gap === "positive" || (strong && (gap === "zero" || gap === "non-negative")));
}

/** Multiplied out: a denominator is positive. */
const plain = (constraint: Constraint): Constraint =>
  isQuotient(constraint.left) ? { ...constraint, left: cleared(constraint.left) } : constraint;

/** A >= 0 whose polynomial is never > 0 is an equation. */
const sharpened = ({ left, relation }: Constraint): Constraint =>
  relation === ">=" && signOn(left) === "non-positive" ? { left: negative(left), relation: "=" } : { left, relation };

const NEGATION = { ">": ">=", ">=": ">" } as const;

/** Where a constraint does not hold. */
const negation = ({ left, relation }: Constraint): Constraint[] =>
  relation === "="
    ? [left, negative(left)].map((side) => ({ left: side, relation: ">" }))
    : [{ left: negative(left), relation: NEGATION[relation] }];

/** Whether the lists together leave out no point of the domain that satisfies what is given, for certain. */
function cover([first, ...rest]: Region, given: readonly Constraint[]): boolean {
  if (impossible(given)) return true;
  return (first?.flatMap(negation) ?? [undefined]).every((other) => other && cover(rest, [...given, other]));
}

/** Whether every point of the domain that satisfies what is given satisfies a constraint, too, for certain. */
const forces = (given: readonly Constraint[], constraint: Constraint): boolean =>
  negation(constraint).every((other) => impossible([...given, other]));

/** Without constraints that the others of a list force together. */
const lean = (list: readonly Constraint[]): readonly Constraint[] =>
  list.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    return forces(others, one) ? others : kept;
  }, list);

/** Without lists whose points are all in another; the first of equals stays. */
const separate = (region: Region): Region =>
  outermost(region, (first, second) => second.every((one) => forces(first, one)));

/**
 * A simplified region in as few lists and constraints as people need: without lists within another, and without what the rest of a list says already.
 *
 * @param region as `simplify` leaves it
 * @returns a region with the same points of the domain
 * Source: ours; exact for linear constraints, as `impossible` is.
 */
export const tidied = (region: Region): Region => merged(separate(region)).map(lean);

/** Remembers answers: regions repeat few constraints many times. */
function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key) as Value;
  };
}

/**
 * A region inside the domain of the exponents, with nothing in it that the domain decides.
 *
 * @param region any
 * @returns a region with the same points of the domain; [[]] and [] where this is all or none of it, for certain if constraints are linear and few
 * Source: ours.
 */
export function simplify(region: Region): Region {
  const certain = remembered(certainty);
  const sharp = remembered(sharpened);
  const implied = remembered((first: Constraint) => remembered((second: Constraint) => implies(first, second)));
  /** Without constraints that others imply; the first of equals stays. */
  const independent = (list: readonly Constraint[]) =>
    list.filter(
      (one, k) => !list.some((other, i) => i !== k && implied(other)(one) && !(implied(one)(other) && k < i)),
    );
  /** Whether every point of the first list is in the second. */
  const within = (first: readonly Constraint[], second: readonly Constraint[]) =>
    second.every((one) => first.some((other) => implied(other)(one)));

  const open = region
    .map((list) => list.map(plain))
    .filter((list) => !list.some((constraint) => certain(constraint) === false))
    .map((list) => independent(list.filter((constraint) => certain(constraint) === undefined).map(sharp)));
  if (open.some((list) => list.length === 0)) return EVERYWHERE;
  const maximal = open
    .filter((list, k) => !open.some((other, i) => i !== k && within(list, other) && !(within(other, list) && k < i)))
    .filter((list) => !impossible(list));
  const branches = maximal.reduce((product, list) => product * list.length, 1);
  if (maximal.length > 0 && branches <= MOST_CASES && cover(maximal, [])) return EVERYWHERE;
  const together = merged(maximal);
  // Fewer lists may have constraints that the domain decides now.
  return together.length < maximal.length ? simplify(together) : together;
}

/** A constraint for people, all terms positive: "1/4 D q + 2 beta > 1/2 D + 1". */
export function constraintText(constraint: Constraint): string {
  const { left, relation } = plain(constraint);
  const positive = new Map([...left].filter(([, coefficient]) => signOf(coefficient) > 0));
  const rest = negative(new Map([...left].filter(([, coefficient]) => signOf(coefficient) < 0)));
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
