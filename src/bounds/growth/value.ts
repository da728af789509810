import { rational, UNIT } from "./constants/constant.ts";
import { reciprocal } from "./constants/powers.ts";
import { signOfConstant } from "./constants/sign.ts";
import { Refusal } from "./refusal.ts";
import { add, mul, negative, subtract } from "./series/arithmetic.ts";
import type { Basis } from "./series/basis.ts";
import { exp } from "./series/exp.ts";
import { factorialOf, logFactorial, noFactorial, wholeOf } from "./series/factorial.ts";
import { inverse, log, power, signOf } from "./series/functions.ts";
import { constantOf, leadingOf, sizeOf, unknown } from "./series/leading.ts";
import { isOpen, type Series, scalar, type Tail, ZERO } from "./series/series.ts";

/** What a formula is: a multiseries; or positive and known by its logarithm alone, such as n^(1 + o(1)). */
export type Value = Series | ByLog;

export interface ByLog {
  readonly kind: "byLog";
  readonly log: Series;
}

const byLog = (of: Series): Value => ({ kind: "byLog", log: of });

/** The log of a value > 0. */
export const logOf = (value: Value): Series => (value.kind === "byLog" ? value.log : log(value));

export const expOf = (basis: Basis, of: Series): Value => exp(basis, of) ?? byLog(of);

const unsure = (tail: Tail) => scalar(tail === "o" ? UNIT : rational(0), tail);

/** 1 where the first is infinitely larger in size than the second, -1 the other way round, 0 where neither. */
function dominance(a: Value, b: Value): -1 | 0 | 1 {
  const size = (value: Value) => (value.kind === "byLog" ? value : log(signOf(value) < 0 ? negative(value) : value));
  const logs = [a, b].map(size).map((value) => (value.kind === "byLog" ? value.log : value)) as [Series, Series];
  const leading = leadingOf(subtract(...logs));
  if (leading === undefined || sizeOf(leading.monomial) <= 0) return 0;
  const sign = signOfConstant(leading.constant);
  if (sign === 0) throw unknown();
  return sign;
}

/** A value times 1 + o(1). */
const about = (value: Value): Value =>
  value.kind === "byLog" ? byLog(add(value.log, scalar(rational(0), "o"))) : mul(value, unsure("o"));

export function sum(a: Value, b: Value): Value {
  if (a.kind !== "byLog" && b.kind !== "byLog") return add(a, b);
  const larger = dominance(a, b);
  if (larger !== 0) return about(larger > 0 ? a : b);
  return byLog(add(logOf(a), scalar(rational(0), "O")));
}

/** The negative of a value. */
export function opposite(a: Value): Value {
  if (a.kind === "byLog") throw unknown();
  return negative(a);
}

export function difference(a: Value, b: Value): Value {
  if (a === b && a.kind !== "byLog" && !isOpen(a)) return ZERO;
  if (a.kind !== "byLog" && b.kind !== "byLog") return subtract(a, b);
  const larger = dominance(a, b);
  if (larger === 0) throw unknown();
  return larger > 0 ? about(a) : opposite(about(b));
}

export function product(a: Value, b: Value): Value {
  if (a.kind !== "byLog" && b.kind !== "byLog") return mul(a, b);
  return byLog(add(logOf(a), logOf(b)));
}

export function quotient(a: Value, b: Value): Value {
  if (a.kind !== "byLog" && b.kind !== "byLog") return mul(a, inverse(b));
  return byLog(subtract(logOf(a), logOf(b)));
}

export function raised(basis: Basis, a: Value, b: Value): Value {
  if (b.kind === "byLog") throw unknown();
  const exponent = constantOf(b);
  if (a.kind !== "byLog" && exponent) return power(a, exponent);
  return expOf(basis, mul(b, logOf(a)));
}

/** The larger, or the smaller, of two values for large n. */
export function extremeOf(kind: "max" | "min", a: Value, b: Value): Value {
  if (a === b) return a;
  const above = a.kind === "byLog" || b.kind === "byLog" ? dominance(a, b) : signOf(subtract(a, b));
  if (above === 0 && (a.kind === "byLog" || b.kind === "byLog")) throw unknown();
  return above > 0 === (kind === "max") ? a : b;
}

export function factorial(basis: Basis, a: Value): Value {
  if (a.kind === "byLog") throw unknown();
  const whole = wholeOf(a);
  if (whole !== undefined) return scalar(factorialOf(whole));
  const logarithm = logFactorial(a);
  if (logarithm === undefined) throw noFactorial();
  return expOf(basis, logarithm);
}

/** a (a - 1) ... (a - k + 1)/k! */
function ofFew(a: Series, k: number): Series {
  let result: Series = scalar(reciprocal(factorialOf(k)));
  for (let i = 0; i < k; i++) result = mul(result, add(a, scalar(rational(-i))));
  return result;
}

/** Lower indices that are multiplied out. */
const FEW = 64;

export function binomial(basis: Basis, a: Value, b: Value): Value {
  if (a.kind === "byLog" || b.kind === "byLog") throw unknown();
  const rest = subtract(a, b);
  const few = [wholeOf(b), wholeOf(rest)].find((k) => k !== undefined && k <= FEW);
  if (few !== undefined) return ofFew(a, few);
  const logs = [a, b, rest].map(logFactorial);
  const [whole, first, second] = logs;
  if (!whole || !first || !second) {
    throw new Refusal(
      "must take binomials whose lower index and its complement are small whole numbers or tend to infinity, but takes another",
      "write it in a simpler way",
    );
  }
  return expOf(basis, subtract(whole, add(first, second)));
}

/** What an o or O of a value stands for: the value times something that tends to 0, or stays bounded. */
export function vague(tail: "o" | "O", value: Value): Value {
  if (value.kind === "byLog") throw unknown();
  return leadingOf(value) === undefined ? ZERO : mul(value, scalar(rational(0), tail));
}
