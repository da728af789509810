import { type Constant, type Form, NAUGHT, times, UNIT } from "../constants/constant.ts";
import { anyPower } from "../constants/powers.ts";
import { Refusal } from "../refusal.ts";
import { LazyList } from "./lazyList.ts";

/** What is not known of a number: nothing, a part that tends to 0, or a part that stays bounded. */
export type Tail = "none" | "o" | "O";

/**
 * A multiseries: a number, or a sum of powers of one basis element, whose coefficients are multiseries in lower ones.
 */
export type Series = Scalar | Powers;

/** A number that does not change with n, and what is added to it that is not known. Beside an unknown bounded part the number is 0. */
export interface Scalar {
  readonly kind: "scalar";
  readonly value: Constant;
  readonly tail: Tail;
}

export interface Term {
  readonly exponent: Constant;
  readonly coefficient: Series;
}

/** Sum over the terms of coefficient * base^exponent; the exponents fall. Coefficients may turn out to be 0. */
export interface Powers {
  readonly kind: "powers";
  readonly base: Base;
  readonly terms: LazyList<Term>;
  /** Whether something in it may not be known (a tail); then terms end where nothing more is known. */
  readonly open: boolean;
  /** The function in closed form, which tells a sum that is 0 from one whose terms cancel for long; undefined where it has none of moderate size. */
  readonly form: () => Form | undefined;
}

/** An element of the basis: positive, tending to infinity, infinitely larger than every power of those of a lower rank. */
export interface Base {
  /** How many logs of n it is (0: n itself); undefined for exp(log). */
  readonly depth?: number;
  /** Its logarithm, in lower elements. */
  readonly log: () => Series;
  readonly form: () => Form | undefined;
  /** Its place in the basis, from below; changes as the basis is extended, the order does not. */
  rank: number;
  readonly budget: Budget;
}

/** Terms that one question may still make, so that no input runs on. */
export interface Budget {
  left: number;
}

const known = (value: Constant): Scalar => ({ kind: "scalar", value, tail: "none" });
export const scalar = (value: Constant, tail: Tail = "none"): Scalar =>
  tail === "none" ? known(value) : { kind: "scalar", value: tail === "O" ? NAUGHT : value, tail };
export const ZERO = known(NAUGHT);
export const ONE = known(UNIT);

function* counted(base: Base, terms: Iterable<Term>): Generator<Term> {
  for (const term of terms) {
    if (--base.budget.left < 0) {
      throw new Refusal("must be decided by a moderate number of terms, but needs more", "simplify it");
    }
    yield term;
    // What is added to something unknown is lost in it.
    if (isOpen(term.coefficient)) return;
  }
}

/** A form that is made when it is asked for; one that would be too large is none. */
export function lazily(make: () => Form | undefined): () => Form | undefined {
  let made = false;
  let form: Form | undefined;
  return () => {
    if (made) return form;
    made = true;
    try {
      form = make();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    return form;
  };
}

/** A multiseries of terms with falling exponents; its form may be undefined. */
export const powers = (base: Base, terms: Iterable<Term>, open: boolean, form: () => Form | undefined): Powers => ({
  kind: "powers",
  base,
  terms: new LazyList(counted(base, terms)),
  open,
  form: open ? () => undefined : lazily(form),
});

/** The closed form of a multiseries, where it has one. */
export const formOf = (series: Series): Form | undefined =>
  series.kind === "powers" ? series.form() : series.tail === "none" ? series.value : undefined;

/** An operation on two forms, where both are there. */
export const ofForms = (of: (a: Form, b: Form) => Form, a: Form | undefined, b: Form | undefined): Form | undefined =>
  a && b && of(a, b);

export const isOpen = (series: Series): boolean => (series.kind === "scalar" ? series.tail !== "none" : series.open);

/** Whether a multiseries is 0 and has no terms at all; false of one whose terms cancel without end. */
export const isNothing = (series: Series): boolean =>
  series.kind === "scalar"
    ? series.tail === "none" && series.value.terms.length === 0
    : !series.open && series.terms.at(0) === undefined;

/** coefficient * base^exponent. */
export const monomialOf = (base: Base, exponent: Constant, coefficient: Series = ONE): Series =>
  isNothing(coefficient)
    ? ZERO
    : exponent.terms.length === 0
      ? coefficient
      : powers(base, [{ exponent, coefficient }], isOpen(coefficient), () =>
          ofForms((own, factor) => times(anyPower(own, exponent), factor), base.form(), formOf(coefficient)),
        );
