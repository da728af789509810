import { type Constant, type Form, minus, NAUGHT, UNIT } from "../constants/constant.ts";
import { compareConstants, isZeroForm, signOfConstant } from "../constants/sign.ts";
import { Refusal } from "../refusal.ts";
import { add } from "./arithmetic.ts";
import { from } from "./lazyList.ts";
import {
  type Base,
  formOf,
  monomialOf,
  ofForms,
  type Powers,
  powers,
  type Series,
  scalar,
  type Tail,
  type Term,
  ZERO,
} from "./series.ts";

export interface Factor {
  readonly base: Base;
  readonly exponent: Constant;
}

/** Powers of basis elements, the highest first, none to 0. */
export type Monomial = readonly Factor[];

/** What a multiseries is asymptotic to: constant * monomial; where the constant is 0, no more is known than o or O of the monomial (the tail). */
export interface Leading {
  readonly constant: Constant;
  readonly tail: Tail;
  readonly monomial: Monomial;
}

/** Terms that may cancel, one after the other, before exact cancellation is thought possible. */
const MOST_ZEROS = 32;

/** Terms that cancel before the closed form of the sum is looked at. */
const PATIENCE = 2;

/** A sum of which all terms that were looked at cancel. */
export class Cancellation extends Refusal {
  override name = "Cancellation";
  constructor() {
    super(
      `must not cancel exactly, or be seen to, but its first ${MOST_ZEROS} terms cancel and the rest may`,
      "rewrite the difference",
    );
  }
}

/** Something of which an o or O term leaves nothing known. */
export const unknown = () =>
  new Refusal("must not ask for more than its o and O terms leave known, but does", "say more of those terms");

const leads = new WeakMap<Powers, { readonly place: number; readonly leading: Leading } | "zero">();

function search(series: Powers): { readonly place: number; readonly leading: Leading } | "zero" {
  for (let place = 0; place < MOST_ZEROS; place++) {
    const term = series.terms.at(place);
    if (term === undefined) {
      if (series.open) throw unknown();
      return "zero";
    }
    const inner = leadingOf(term.coefficient);
    if (inner === undefined) {
      if (place + 1 === PATIENCE && isZeroForm(series.form() ?? UNIT)) return "zero";
      continue;
    }
    const own = signOfConstant(term.exponent) === 0 ? [] : [{ base: series.base, exponent: term.exponent }];
    return { place, leading: { ...inner, monomial: [...own, ...inner.monomial] } };
  }
  throw new Cancellation();
}

function found(series: Powers) {
  const known = leads.get(series) ?? search(series);
  leads.set(series, known);
  return known;
}

/**
 * What a multiseries is asymptotic to.
 *
 * @param series any
 * @returns its leading term; undefined where the series is 0
 * @throws Cancellation where so many terms cancel that all may
 * Source: ours; the trimming of Eberl (2019).
 */
export function leadingOf(series: Series): Leading | undefined {
  if (series.kind === "powers") {
    const lead = found(series);
    return lead === "zero" ? undefined : lead.leading;
  }
  const { value, tail } = series;
  if (signOfConstant(value) !== 0) return { constant: value, tail, monomial: [] };
  return tail === "none" ? undefined : { constant: NAUGHT, tail, monomial: [] };
}

/** Terms of a series that are looked at to see whether it is a constant. */
const FEW = 8;

/** The constant that a series is and shows to be; undefined of others. */
export function constantOf(series: Series): Constant | undefined {
  if (series.kind === "scalar") return series.tail === "none" ? series.value : undefined;
  let sum = NAUGHT;
  for (let place = 0; place < FEW && !series.open; place++) {
    const term = series.terms.at(place);
    if (term === undefined) return sum;
    const value = constantOf(term.coefficient);
    if (value === undefined || (value.terms.length > 0 && term.exponent.terms.length > 0)) return undefined;
    if (value.terms.length > 0) sum = value;
  }
  return undefined;
}

export interface Parts {
  /** The first term that is not 0. */
  readonly first: Term;
  readonly rest: Powers;
  /** Both together. */
  readonly whole: Powers;
}

/** A series after the terms that cancel; undefined of 0. */
export function split(series: Powers): Parts | undefined {
  const lead = found(series);
  if (lead === "zero") return undefined;
  const first = series.terms.at(lead.place) as Term;
  const own = monomialOf(series.base, first.exponent, first.coefficient);
  const after = (place: number, form: () => Form | undefined) =>
    powers(series.base, from(series.terms, place), series.open, form);
  return {
    first,
    rest: after(lead.place + 1, () => ofForms(minus, series.form(), formOf(own))),
    whole: after(lead.place, series.form),
  };
}

/** A series without its leading monomial, which is taken away, not subtracted. */
export function withoutLeading(series: Series): Series {
  if (series.kind === "scalar") {
    const { value, tail } = series;
    return value.terms.length > 0 && tail === "o" ? scalar(NAUGHT, tail) : ZERO;
  }
  const parts = split(series);
  if (parts === undefined) return ZERO;
  const { exponent, coefficient } = parts.first;
  return add(monomialOf(series.base, exponent, withoutLeading(coefficient)), parts.rest);
}

/** -1, 0 or 1 as the first monomial is infinitely smaller than the second, the same, or infinitely larger. */
export function compareMonomials(a: Monomial, b: Monomial): -1 | 0 | 1 {
  for (let i = 0, j = 0; ; ) {
    const [left, right] = [a[i], b[j]];
    const [high, low] = [left?.base.rank ?? -1, right?.base.rank ?? -1];
    if (left === undefined && right === undefined) return 0;
    const x = high >= low && left ? left.exponent : NAUGHT;
    const y = low >= high && right ? right.exponent : NAUGHT;
    const order = compareConstants(x, y);
    if (order !== 0) return order;
    if (high >= low) i++;
    if (low >= high) j++;
  }
}

/** 1 of what tends to infinity, 0 of 1, -1 of what tends to 0. */
export const sizeOf = (monomial: Monomial) => compareMonomials(monomial, []);
