import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { argue, identical, polynomialOf, positive } from "../../../../proofs-check/support/algebra/algebra.ts";
import { toText } from "../../../../src/bounds/order/polynomial.ts";

const whole = fc.integer({ min: -50, max: 50 });

describe("polynomialOf", () => {
  it("reads sums, products, powers and divisions by numbers", () => {
    expect(toText(polynomialOf("(a + b)^2"))).toBe("b^2 + 2 a b + a^2");
    expect(toText(polynomialOf("-(a - 1)/2 + 0.5"))).toBe("-1/2 a + 1");
    expect(polynomialOf("a - a").size).toBe(0);
  });

  it.each(["1/a", "a^b", "log(a)", "a^0.5", "2^(-1)"])("refuses %s", (text) => {
    expect(() => polynomialOf(text)).toThrow();
  });

  test.prop([whole, whole, whole])("keeps values: a polynomial without names is its number", (a, b, c) => {
    expect(identical(`(${a} - ${b})*(${c}) + (${a})^3/7`, `${7 * (a - b) * c + a * a * a}/7`)).toBe(true);
  });
});

describe("identical", () => {
  it("tells identities from what holds at some values only", () => {
    expect(identical("(x+y)*(x-y)", "x^2 - y^2")).toBe(true);
    expect(identical("x^2", "x")).toBe(false);
  });
});

describe("positive", () => {
  it.each([
    ["a + 2*a*b", true],
    ["a - b", false],
    ["a - a", false],
    ["(a+b)^2 - a^2", true],
  ])("%s: %s", (text, expected) => {
    expect(positive(text)).toBe(expected);
  });
});

describe("argue", () => {
  const yes = { says: "1 = 1", true: true };
  const no = { says: "1 = 2", true: false };

  it("holds with every step, and names the first that fails", () => {
    expect(argue([yes], "so be it")).toEqual({ verdict: "holds", reason: "so be it, by 1 step: 1 = 1" });
    expect(argue([yes, no], "so be it")).toEqual({ verdict: "inconclusive", reason: "this is not so: 1 = 2" });
    expect(argue([no], "so be it", "contradicted").verdict).toBe("contradicted");
  });
});
