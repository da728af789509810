import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Constant } from "../../../src/bounds/growth/constants/constant.ts";
import { compareConstants } from "../../../src/bounds/growth/constants/sign.ts";
import { evaluatorOf } from "../../../src/bounds/growth/evaluate.ts";
import { Refusal } from "../../../src/bounds/growth/refusal.ts";
import { compareMonomials, type Leading } from "../../../src/bounds/growth/series/leading.ts";
import { exponentialFormulas, logarithmic } from "./arbitrary.ts";
import { expansion } from "./expansion.ts";
import { NAMES } from "./names.ts";

function isUndecided(a: Constant, b: Constant): boolean {
  try {
    compareConstants(a, b);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return true;
  }
}

/** The first terms of two formulas, in one basis, are the same. */
function requireSame(left: string, right: string): void {
  const evaluator = evaluatorOf(NAMES);
  const [a, b] = [left, right].map((text) => expansion(text, 4, evaluator));
  fc.pre(a !== undefined && b !== undefined);
  const [x, y] = [a as Leading[], b as Leading[]];
  expect(x.length, `${left} and ${right}`).toBe(y.length);
  for (const [k, { constant, monomial }] of x.entries()) {
    expect(compareMonomials(monomial, (y[k] as Leading).monomial)).toBe(0);
    const other = (y[k] as Leading).constant;
    // log(2 - sqrt 3) and the like, of products: forms of numbers are not all told apart.
    fc.pre(!isUndecided(constant, other));
    expect(compareConstants(constant, other)).toBe(0);
  }
}

const some = fc.oneof(logarithmic, exponentialFormulas).filter((text) => text.length < 120);

describe("multiseries are a field with exp and log", () => {
  test.prop([some, some, some], { numRuns: 25 })("(a + b) c = a c + b c", (a, b, c) => {
    requireSame(`((${a})+(${b}))*(${c})`, `(${a})*(${c})+(${b})*(${c})`);
  });
  test.prop([some, some], { numRuns: 25 })("(a/b) b = a, (a + b) - b = a", (a, b) => {
    requireSame(`(${a})/(${b})*(${b})`, a);
    requireSame(`(${a})+(${b})-(${b})`, a);
  });
  test.prop([some], { numRuns: 25 })("log(exp f) = f, exp(log f) = f, sqrt(f)^2 = f, 1/(1/f) = f", (f) => {
    requireSame(`log(exp(${f}))`, f);
    requireSame(`exp(log(${f}))`, f);
    requireSame(`sqrt(${f})^2`, f);
    requireSame(`1/(1/(${f}))`, f);
  });
  test.prop([some, some], { numRuns: 25 })("log(a b) = log a + log b, exp(a + b) = exp(a) exp(b)", (a, b) => {
    requireSame(`log((${a})*(${b}))`, `log(${a})+log(${b})`);
    requireSame(`exp((${a})+(${b}))`, `exp(${a})*exp(${b})`);
  });
});
