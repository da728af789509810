import { Fraction } from "../../../algebra/mathjs.ts";
import { type Constant, type Form, NAUGHT, plus, scaled, UNIT } from "../constants/constant.ts";
import { compareConstants, signOfConstant } from "../constants/sign.ts";
import { add, mul } from "./arithmetic.ts";
import { split, unknown } from "./leading.ts";
import { formOf, isNothing, isOpen, type Powers, powers, type Series, scalar, type Term, ZERO } from "./series.ts";

/** A function by its power series at 0. */
export interface Analytic {
  /** The k-th coefficient; undefined from where on there are none. */
  readonly coefficient: (k: number) => Constant | undefined;
  /** The k-th derivative over k!, in closed form. */
  readonly form: (k: number, at: Form) => Form;
}

/** The j-th derivative over j!. */
function derived({ coefficient, form }: Analytic, j: number): Analytic {
  const binomial = (k: number) => {
    let value = new Fraction(1);
    for (let i = 1; i <= j; i++) value = value.mul(k + i).div(i);
    return value;
  };
  return {
    coefficient: (k) => {
      const value = coefficient(k + j);
      return value && scaled(value, binomial(k));
    },
    form: (k, at) => scaled(form(k + j, at), binomial(k)),
  };
}

/** Sum of derivatives[j] * small^j, term by term; the leading exponent of small^j is j times that of small. */
function* terms(derivative: (j: number) => Series | undefined, small: Powers): Generator<Term> {
  const first = small.terms.at(0);
  const begun: { readonly items: Powers; place: number }[] = [];
  let power: Series = scalar(UNIT);
  let bound: Constant = NAUGHT;
  let more = true;
  const begin = () => {
    const j = begun.length;
    const coefficient = derivative(j);
    if (j > 0) power = mul(power, small);
    more = coefficient !== undefined && (j === 0 || first !== undefined);
    const product = coefficient === undefined || !more ? ZERO : mul(coefficient, power);
    const term = { exponent: NAUGHT, coefficient: product };
    const own = product.kind === "powers" && product.base === small.base;
    begun.push({
      items: own
        ? product
        : powers(small.base, isNothing(product) ? [] : [term], isOpen(product), () => formOf(product)),
      place: 0,
    });
    if (first) bound = plus(bound, first.exponent);
  };
  for (;;) {
    let largest: Constant | undefined;
    for (const { items, place } of begun) {
      const exponent = items.terms.at(place)?.exponent;
      if (exponent && (!largest || compareConstants(exponent, largest) > 0)) largest = exponent;
    }
    if (more && (!largest || compareConstants(bound, largest) >= 0)) {
      begin();
      continue;
    }
    if (!largest) return;
    let coefficient: Series = ZERO;
    for (const stream of begun) {
      const term = stream.items.terms.at(stream.place);
      if (!term || compareConstants(term.exponent, largest) !== 0) continue;
      coefficient = add(coefficient, term.coefficient);
      stream.place++;
    }
    yield { exponent: largest, coefficient };
  }
}

/**
 * A power series of a multiseries that tends to 0: sum_k c_k small^k.
 *
 * Where the highest power of small is 0, so that small is x + y with x in lower elements, it is sum_j (sum_k c_(k+j) C(k+j, j) x^k) y^j.
 *
 * @param of c_k; the series may be an asymptotic one
 * @param small tends to 0
 * @returns the sum
 * @throws Refusal where it does not tend to 0 for all that is known
 * Source: ours; van der Hoeven, Transseries and Real Differential Algebra, 2.5 for why the sum has sense.
 */
export function compose(of: Analytic, small: Series): Series {
  const constant = scalar(of.coefficient(0) ?? NAUGHT);
  if (isNothing(small)) return constant;
  if (small.kind === "scalar") {
    if (small.tail === "O" || signOfConstant(small.value) !== 0) throw unknown();
    return scalar(constant.value, small.tail);
  }
  const parts = split(small);
  if (parts === undefined) return constant;
  const sign = signOfConstant(parts.first.exponent);
  if (sign > 0) throw unknown();
  const [lower, moving] = sign === 0 ? [parts.first.coefficient, parts.rest] : [ZERO, parts.whole];
  const derivative = (j: number) => (of.coefficient(j) === undefined ? undefined : compose(derived(of, j), lower));
  const form = () => {
    const at = small.form();
    return at && of.form(0, at);
  };
  return powers(small.base, terms(derivative, moving), small.open, form);
}
