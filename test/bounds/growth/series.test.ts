import { fc, test } from "@fast-check/vitest";
import { Decimal } from "decimal.js";
import { describe, expect } from "vitest";
import { compareConstants } from "../../../src/bounds/growth/constants/sign.ts";
import { evaluatorOf } from "../../../src/bounds/growth/evaluate.ts";
import { Refusal } from "../../../src/bounds/growth/refusal.ts";
import { compareMonomials, type Leading } from "../../../src/bounds/growth/series/leading.ts";
import type { Series } from "../../../src/bounds/growth/series/series.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { exponentialFormulas, logarithmic } from "./arbitrary.ts";
import { at, termsOf } from "./decimal.ts";
import { NAMES, read } from "./names.ts";

/** What a question that may be refused comes to. */
function orRefused<T>(of: () => T): T | undefined {
  try {
    return of();
  } catch (error) {
    expect(error instanceof InputError || error instanceof Refusal).toBe(true);
    return undefined;
  }
}

const expansion = (text: string, count: number): Leading[] | undefined =>
  orRefused(() => termsOf(evaluatorOf(NAMES).evaluate(read(text)) as Series, count));

/** Digits: more decimal.js has no log for; and fewer, whose results differ where cancellation takes too many. */
const DIGITS = [1000, 800] as const;

/** |f - t1 - t2| <= 3 |t3|: the terms after t3 are to be smaller by a factor, which at these n they are unless coefficients grow by hundreds. */
function requireNumbers(text: string, n: string): void {
  const terms = expansion(text, 4);
  fc.pre(terms !== undefined);
  const [fine, coarse] = DIGITS.map((digits) => at(n, digits)) as [ReturnType<typeof at>, ReturnType<typeof at>];
  const [value, other] = [fine, coarse].map(({ formula }) => formula(read(text).tree)) as [Decimal, Decimal];
  fc.pre(value.isFinite());
  const zero = new Decimal(0);
  const [first = zero, second = zero, third = zero, fourth = zero] = (terms as Leading[]).map(fine.term);
  const rounding = value.sub(other).abs().mul(2).add(first.abs().mul("1e-780"));
  // Coefficients like 24 log(2)^5 may keep the fourth from being small already.
  fc.pre(fourth.abs().lt(third.abs().div(4)) || fourth.isZero());
  fc.pre(rounding.lt(first.abs().div(4)));
  const left = value.sub(first).sub(second).abs();
  expect(
    left.lte(third.abs().mul(3).add(rounding)),
    `${text} at ${n}: ${left.toPrecision(5)} after ${third.toPrecision(5)}`,
  ).toBe(true);
}

describe("an expansion", () => {
  test.prop([logarithmic], { numRuns: 60 })("is what numbers at n = 10^100 show", (text) => {
    requireNumbers(text, "1e100");
  });

  test.prop([exponentialFormulas], { numRuns: 60 })("is what numbers at n = 200 show", (text) => {
    requireNumbers(text, "200");
  });
});

/** The first terms of two formulas, in one basis, are the same. */
function requireSame(left: string, right: string): void {
  const evaluator = evaluatorOf(NAMES);
  const [a, b] = [left, right].map((text) => orRefused(() => termsOf(evaluator.evaluate(read(text)) as Series, 4)));
  fc.pre(a !== undefined && b !== undefined);
  const [x, y] = [a as Leading[], b as Leading[]];
  expect(x.length, `${left} and ${right}`).toBe(y.length);
  for (const [k, { constant, monomial }] of x.entries()) {
    expect(compareMonomials(monomial, (y[k] as Leading).monomial)).toBe(0);
    expect(compareConstants(constant, (y[k] as Leading).constant)).toBe(0);
  }
}

const some = fc.oneof(logarithmic, exponentialFormulas).filter((text) => text.length < 120);

describe("multiseries are a field with exp and log", () => {
  test.prop([some, some, some], { numRuns: 60 })("(a + b) c = a c + b c", (a, b, c) => {
    requireSame(`((${a})+(${b}))*(${c})`, `(${a})*(${c})+(${b})*(${c})`);
  });
  test.prop([some, some], { numRuns: 60 })("(a/b) b = a, (a + b) - b = a", (a, b) => {
    requireSame(`(${a})/(${b})*(${b})`, a);
    requireSame(`(${a})+(${b})-(${b})`, a);
  });
  test.prop([some], { numRuns: 60 })("log(exp f) = f, exp(log f) = f, sqrt(f)^2 = f, 1/(1/f) = f", (f) => {
    requireSame(`log(exp(${f}))`, f);
    requireSame(`exp(log(${f}))`, f);
    requireSame(`sqrt(${f})^2`, f);
    requireSame(`1/(1/(${f}))`, f);
  });
  test.prop([some, some], { numRuns: 60 })("log(a b) = log a + log b, exp(a + b) = exp(a) exp(b)", (a, b) => {
    requireSame(`log((${a})*(${b}))`, `log(${a})+log(${b})`);
    requireSame(`exp((${a})+(${b}))`, `exp(${a})*exp(${b})`);
  });
});
