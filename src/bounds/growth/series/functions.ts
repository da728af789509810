import { Fraction } from "../../../algebra/mathjs.ts";
import {
  type Constant,
  negative as negativeConstant,
  plus,
  rational,
  rationalOf,
  scaled,
  times,
  UNIT,
} from "../constants/constant.ts";
import { anyPower, logarithm } from "../constants/powers.ts";
import { signOfConstant } from "../constants/sign.ts";
import { Refusal } from "../refusal.ts";
import { add, mul } from "./arithmetic.ts";
import { type Analytic, compose } from "./compose.ts";
import { leadingOf, split, unknown } from "./leading.ts";
import { monomialOf, ONE, type Powers, type Scalar, type Series, scalar, ZERO } from "./series.ts";

/** Whole powers that are multiplied out, so that a sum of finitely many terms stays one. */
const LARGEST_WHOLE = 64;

/** A sequence from its first member, each by the one before it; kept. */
export function sequence(first: Constant, next: (before: Constant, k: number) => Constant): (k: number) => Constant {
  const known = [first];
  return (k) => {
    while (known.length <= k) known.push(next(known[known.length - 1] as Constant, known.length));
    return known[k] as Constant;
  };
}

/** (1 + x)^a = sum_k C(a, k) x^k, which ends where a is whole. */
function binomialSeries(exponent: Constant): Analytic {
  const next = (before: Constant, k: number) =>
    scaled(times(before, plus(exponent, rational(1 - k))), new Fraction(1).div(k));
  const at = sequence(UNIT, next);
  return {
    coefficient: (k) => (at(k).terms.length === 0 ? undefined : at(k)),
    form: (k, x) => times(at(k), anyPower(plus(UNIT, x), plus(exponent, rational(-k)))),
  };
}

/** log(1 + x) = x - x^2/2 + ... */
const logSeries: Analytic = {
  coefficient: (k) => rational(k === 0 ? 0 : new Fraction(k % 2 === 0 ? -1 : 1).div(k)),
  form: (k, x) => {
    const base = plus(UNIT, x);
    if (k === 0) return logarithm(base);
    return scaled(anyPower(base, rational(-k)), new Fraction(k % 2 === 0 ? -1 : 1).div(k));
  },
};

/** A series as c b^e (1 + x): c in lower elements, x tending to 0; undefined of 0. */
function factored(series: Powers) {
  const parts = split(series);
  if (parts === undefined) return undefined;
  const { coefficient, exponent } = parts.first;
  const inverse = mul(power(coefficient, rational(-1)), monomialOf(series.base, negativeConstant(exponent)));
  return { coefficient, exponent, small: mul(parts.rest, inverse) };
}

/** A function of a number that is not 0, where something that tends to 0 may be added to the number. */
function ofScalar({ value, tail }: Scalar, of: (value: Constant) => Constant): Scalar {
  if (tail !== "none" && (tail === "O" || signOfConstant(value) === 0)) throw unknown();
  return scalar(of(value), tail);
}

function wholePower(base: Series, exponent: number): Series {
  if (exponent === 1) return base;
  const half = wholePower(base, Math.floor(exponent / 2));
  const square = mul(half, half);
  return exponent % 2 === 0 ? square : mul(square, base);
}

/**
 * A power of a multiseries.
 *
 * @param base not 0 unless the exponent is > 0; > 0 for large n unless the exponent is whole
 * @param exponent constant
 * @returns base^exponent = c^a b^(a e) (1 + x)^a for base = c b^e (1 + x)
 * @throws Refusal for 0 to what is not positive and for roots of negative numbers
 * Source: ours; the binomial series.
 */
export function power(base: Series, exponent: Constant): Series {
  const whole = rationalOf(exponent);
  if (whole?.n === 0n) return ONE;
  if (whole && whole.d === 1n && whole.s > 0n && whole.n <= LARGEST_WHOLE) return wholePower(base, Number(whole.n));
  if (base.kind === "scalar") return ofScalar(base, (value) => anyPower(value, exponent));
  const parts = factored(base);
  if (parts === undefined) {
    if (signOfConstant(exponent) > 0) return ZERO;
    throw new Refusal("must not divide by 0, but does", "correct it");
  }
  const leading = mul(power(parts.coefficient, exponent), monomialOf(base.base, times(exponent, parts.exponent)));
  return mul(leading, compose(binomialSeries(exponent), parts.small));
}

export const inverse = (of: Series): Series => power(of, rational(-1));

/**
 * The natural logarithm of a multiseries.
 *
 * @param of > 0 for large n
 * @returns log c + e log b + log(1 + x) for c b^e (1 + x)
 * @throws Refusal where it is not positive
 * Source: ours.
 */
export function log(of: Series): Series {
  if (of.kind === "scalar") return ofScalar(of, logarithm);
  const parts = factored(of);
  if (parts === undefined) return ofScalar(ZERO, logarithm);
  const { coefficient, exponent, small } = parts;
  const grown = signOfConstant(exponent) === 0 ? ZERO : mul(scalar(exponent), of.base.log());
  return add(add(log(coefficient), grown), compose(logSeries, small));
}

/** Whether what a series is asymptotic to is > 0, < 0 or nothing (0): what its sign is for large n. */
export function signOf(series: Series): -1 | 0 | 1 {
  const leading = leadingOf(series);
  if (leading === undefined) return 0;
  const sign = signOfConstant(leading.constant);
  if (sign === 0) throw unknown();
  return sign;
}
