import { Fraction } from "../../../algebra/mathjs.ts";
import { bernoulli } from "../../../statistics/bernoulli.ts";
import {
  type Constant,
  type Form,
  floorOf,
  keyOf,
  minus,
  plus,
  rational,
  rationalOf,
  times,
  UNIT,
} from "../constants/constant.ts";
import { logarithm, namedForm, PI } from "../constants/powers.ts";
import { signOfConstant } from "../constants/sign.ts";
import { Refusal } from "../refusal.ts";
import { add, mul, subtract } from "./arithmetic.ts";
import { type Analytic, compose } from "./compose.ts";
import { inverse, log } from "./functions.ts";
import { constantOf, leadingOf, sizeOf } from "./leading.ts";
import { formOf, lazily, type Series, scalar } from "./series.ts";

/** Whole numbers whose factorial is multiplied out. */
const LARGEST = 1000;

/** sum_i B_2i/(2i (2i-1)) x^(2i-1): of 1/x what log x! is beyond (x + 1/2) log x - x + log(2 pi)/2. */
const stirlingSeries: Analytic = {
  coefficient: (k) => rational(k % 2 === 0 ? 0 : bernoulli((k + 1) / 2).div(k * (k + 1))),
  form: (k, at) => namedForm(`stirling${k}(${keyOf(at)})`),
};

/** Steps down from x + k to x in a form. */
const MOST_STEPS = 20n;

/** log x! as a form: that of (x + k)!, k whole, is that of x! and logs of x + 1, ..., x + k, so that quotients of neighbours are seen to be rational. */
function formOfLog(x: Form): Form {
  const whole = floorOf(x.terms.find(({ powers }) => powers.length === 0)?.coefficient ?? new Fraction(0));
  const steps = whole < 0n ? -whole : whole;
  const base = steps > MOST_STEPS ? x : plus(x, rational(`${-whole}`));
  let form = namedForm(`log(${keyOf(base)}!)`);
  for (let k = 1n; k <= steps && steps <= MOST_STEPS; k++) {
    const step = logarithm(plus(base, rational(`${whole > 0n ? k : 1n - k}`)));
    form = whole > 0n ? plus(form, step) : minus(form, step);
  }
  return form;
}

const HALF = scalar(rational(new Fraction("1/2")));

/**
 * log x! of what tends to infinity; x! is Gamma(x + 1).
 *
 * @param x any series
 * @returns (x + 1/2) log x - x + log(2 pi)/2 + 1/(12 x) - ...; undefined where x does not tend to infinity
 * Source: Stirling's series; Abramowitz and Stegun 6.1.41.
 */
export function logFactorial(x: Series): Series | undefined {
  const leading = leadingOf(x);
  if (!leading || sizeOf(leading.monomial) <= 0 || signOfConstant(leading.constant) <= 0) return undefined;
  const main = subtract(mul(add(x, HALF), log(x)), x);
  const half = mul(HALF, scalar(logarithm(times(rational(2), PI))));
  const sum = add(add(main, half), compose(stirlingSeries, inverse(x)));
  const form = () => {
    const at = formOf(x);
    return at && formOfLog(at);
  };
  return sum.kind === "scalar" ? sum : { ...sum, form: sum.open ? sum.form : lazily(form) };
}

/** The whole number >= 0 that a series is; undefined where it is none, or a large one. */
export function wholeOf(x: Series): number | undefined {
  const constant = constantOf(x);
  const value = constant && rationalOf(constant);
  return value && value.d === 1n && (value.s > 0n || value.n === 0n) && value.n <= LARGEST
    ? Number(value.n)
    : undefined;
}

/** k! of a whole number. */
export function factorialOf(k: number): Constant {
  let result = UNIT;
  for (let i = 2; i <= k; i++) result = times(result, rational(i));
  return result;
}

export const noFactorial = () =>
  new Refusal(
    `must take factorials of what tends to infinity and of whole numbers up to ${LARGEST}, but takes another`,
    "write it in a simpler way",
  );
