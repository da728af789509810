import { type Constant, NAUGHT, negative as negativeConstant, plus, times, UNIT } from "../constants/constant.ts";
import { compareConstants } from "../constants/sign.ts";
import { from, type LazyList } from "./lazyList.ts";
import {
  formOf,
  isNothing,
  isOpen,
  ofForms,
  type Powers,
  powers,
  type Scalar,
  type Series,
  scalar,
  type Tail,
  type Term,
  ZERO,
} from "./series.ts";

const either = (a: Tail, b: Tail): Tail => (a === "O" || b === "O" ? "O" : a === "o" || b === "o" ? "o" : "none");

function* sumOfTerms(a: LazyList<Term>, b: LazyList<Term>): Generator<Term> {
  for (let i = 0, j = 0; ; ) {
    const [left, right] = [a.at(i), b.at(j)];
    if (left === undefined) return yield* from(b, j);
    if (right === undefined) return yield* from(a, i);
    const order = compareConstants(left.exponent, right.exponent);
    if (order >= 0) i++;
    if (order <= 0) j++;
    if (order > 0) yield left;
    else if (order < 0) yield right;
    else {
      // Also where it is 0: without end, perhaps, and then whoever looks for another must be able to stop.
      yield { exponent: left.exponent, coefficient: add(left.coefficient, right.coefficient) };
    }
  }
}

/** A series in lower elements as one of a higher. */
const lifted = (series: Series, { base }: Powers): Powers =>
  powers(base, isNothing(series) ? [] : [{ exponent: NAUGHT, coefficient: series }], isOpen(series), () =>
    formOf(series),
  );

/** The sum of two multiseries. */
export function add(a: Series, b: Series): Series {
  if (isNothing(a)) return b;
  if (isNothing(b)) return a;
  if (a.kind === "scalar" && b.kind === "scalar") return scalar(plus(a.value, b.value), either(a.tail, b.tail));
  if (a.kind === "scalar" || (b.kind === "powers" && a.base.rank < b.base.rank)) return add(b, a);
  const other = b.kind === "powers" && b.base === a.base ? b : lifted(b, a);
  return powers(a.base, sumOfTerms(a.terms, other.terms), a.open || other.open, () =>
    ofForms(plus, a.form(), other.form()),
  );
}

export const negative = (a: Series): Series => mul(scalar(negativeConstant(UNIT)), a);
export const subtract = (a: Series, b: Series): Series => add(a, negative(b));

/** What the tail of one number makes unknown of its product with another. */
const lost = (one: Scalar, other: Scalar): Tail =>
  one.tail === "O" && other.tail === "o" && other.value.terms.length === 0 ? "o" : one.tail;

/** Products of two lists by falling exponents: a row for each term of the first, of which the next product is known. */
function* productOfTerms(a: LazyList<Term>, b: LazyList<Term>): Generator<Term> {
  const rows: { readonly left: Term; place: number; sum: Constant }[] = [];
  const open = () => {
    const [left, right] = [a.at(rows.length), b.at(0)];
    if (left && right) rows.push({ left, place: 0, sum: plus(left.exponent, right.exponent) });
    return left !== undefined && right !== undefined;
  };
  const done = new Set<number>();
  for (let more = open(); more || done.size < rows.length; ) {
    // A row begins after the first product of the row before it.
    if (more && (rows.at(-1)?.place ?? 0) > 0) {
      more = open();
      continue;
    }
    let largest: Constant | undefined;
    let chosen: number[] = [];
    for (const [k, { sum }] of rows.entries()) {
      if (done.has(k)) continue;
      const order = largest === undefined ? 1 : compareConstants(sum, largest);
      if (order > 0) [largest, chosen] = [sum, [k]];
      else if (order === 0) chosen.push(k);
    }
    if (largest === undefined) return;
    let coefficient: Series = ZERO;
    for (const k of chosen) {
      const row = rows[k] as (typeof rows)[number];
      coefficient = add(coefficient, mul(row.left.coefficient, (b.at(row.place) as Term).coefficient));
      const next = b.at(++row.place);
      if (next) row.sum = plus(row.left.exponent, next.exponent);
      else done.add(k);
    }
    yield { exponent: largest, coefficient };
  }
}

function* timesEach(a: LazyList<Term>, b: Series): Generator<Term> {
  for (const { exponent, coefficient } of from(a, 0)) {
    yield { exponent, coefficient: mul(coefficient, b) };
  }
}

/** The product of two multiseries. */
export function mul(a: Series, b: Series): Series {
  if (isNothing(a) || isNothing(b)) return ZERO;
  if (a.kind === "scalar" && b.kind === "scalar") {
    return scalar(times(a.value, b.value), either(lost(a, b), lost(b, a)));
  }
  if (a.kind === "scalar" || (b.kind === "powers" && a.base.rank < b.base.rank)) return mul(b, a);
  const open = a.open || isOpen(b);
  const terms = b.kind === "powers" && b.base === a.base ? productOfTerms(a.terms, b.terms) : timesEach(a.terms, b);
  return powers(a.base, terms, open, () => ofForms(times, a.form(), formOf(b)));
}
