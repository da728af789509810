import { Fraction } from "../../../algebra/mathjs.ts";
import { type Form, minus, plus, scaled, times, UNIT } from "../constants/constant.ts";
import { exponential, reciprocal } from "../constants/powers.ts";
import { signOfConstant } from "../constants/sign.ts";
import { add, mul, subtract } from "./arithmetic.ts";
import { type Basis, baseOf, extended } from "./basis.ts";
import { type Analytic, compose } from "./compose.ts";
import { sequence } from "./functions.ts";
import { from } from "./lazyList.ts";
import { type Leading, leadingOf, type Monomial, sizeOf, withoutLeading } from "./leading.ts";
import {
  type Base,
  formOf,
  isNothing,
  isOpen,
  monomialOf,
  ONE,
  ofForms,
  powers,
  type Series,
  scalar,
  type Term,
  ZERO,
} from "./series.ts";

/** exp(x) = sum_k x^k/k! */
const inverseFactorial = sequence(UNIT, (before, k) => scaled(before, new Fraction(1).div(k)));
const expSeries: Analytic = {
  coefficient: inverseFactorial,
  form: (k, x) => times(inverseFactorial(k), exponential(x)),
};

/** Terms of an exponent that each become a power of an element of their own; an exponent of more has one for all. */
const MOST_FACTORS = 8;

const plusForms = (a: Form | undefined, b: Form | undefined) => ofForms(plus, a, b);

/** What of a series tends to infinity, and the rest. */
function parted(series: Series): { readonly infinite: Series; readonly finite: Series } {
  if (series.kind === "scalar") return { infinite: ZERO, finite: series };
  const large: Term[] = [];
  for (let place = 0; ; place++) {
    const term = series.terms.at(place);
    const sign = term ? signOfConstant(term.exponent) : -1;
    if (term && sign > 0) {
      large.push(term);
      continue;
    }
    const own = ({ exponent, coefficient }: Term) => monomialOf(series.base, exponent, coefficient);
    const sum = large.reduceRight((rest, each) => plusForms(formOf(own(each)), rest), formOf(ZERO));
    const top = powers(
      series.base,
      large,
      large.some(({ coefficient }) => isOpen(coefficient)),
      () => sum,
    );
    const constant = term && sign === 0 ? term.coefficient : ZERO;
    const small = powers(series.base, from(series.terms, sign === 0 ? place + 1 : place), series.open, () =>
      ofForms(minus, series.form(), plusForms(sum, formOf(constant))),
    );
    const lower = parted(constant);
    return { infinite: add(top, lower.infinite), finite: add(lower.finite, small) };
  }
}

const isLong = (series: Series): boolean => {
  let rest = series;
  for (let k = 0; k < MOST_FACTORS; k++) {
    if (leadingOf(rest) === undefined) return false;
    rest = withoutLeading(rest);
  }
  return true;
};

/** A product of powers of elements as a series. */
const seriesOf = (monomial: Monomial): Series =>
  monomial.reduceRight((lower: Series, { base, exponent }) => monomialOf(base, exponent, lower), ONE);

/** exp of what tends to infinity or minus infinity: a power of an element times exp of what is smaller. */
function ofInfinite(basis: Basis, of: Series, { constant, monomial }: Leading): Series | undefined {
  const { infinite, finite } = parted(of);
  if (signOfConstant(constant) === 0 || isOpen(infinite)) return undefined;
  const found = baseOf(basis, monomial);
  const whole = !found && isLong(infinite);
  const log = whole ? mul(infinite, scalar(reciprocal(constant))) : seriesOf(monomial);
  const base: Base = found ?? extended(basis, log, monomial);
  const own = leadingOf(base.log()) as Leading;
  const exponent = times(constant, reciprocal(own.constant));
  const single = isNothing(withoutLeading(base.log()));
  const rest = whole ? finite : single ? withoutLeading(of) : subtract(of, mul(scalar(exponent), base.log()));
  const smaller = exp(basis, rest);
  return smaller && mul(monomialOf(base, exponent), smaller);
}

/**
 * The exponential of a multiseries; the basis gets the elements that it needs.
 *
 * @param basis is extended where no element is comparable
 * @param of any
 * @returns exp(of); undefined where o and O terms leave what tends to infinity in it, or a bounded number in it, unknown
 * @throws Refusal where the basis would grow too large
 * Source: ours; as Gruntz (1996) and Eberl (2019), with iterated logs in the basis from the beginning.
 */
export function exp(basis: Basis, of: Series): Series | undefined {
  const leading = leadingOf(of);
  if (leading === undefined) return ONE;
  const size = sizeOf(leading.monomial);
  if (size > 0) return ofInfinite(basis, of, leading);
  if (size < 0) return compose(expSeries, of);
  if (leading.tail === "O") return undefined;
  const constant = scalar(exponential(leading.constant), leading.tail);
  return leading.tail === "o" ? constant : mul(constant, compose(expSeries, withoutLeading(of)));
}
