import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { Fraction } from "../../../src/algebra/mathjs.ts";
import {
  constant,
  constantOf,
  degreeIn,
  minus,
  negative,
  plus,
  signOf,
  substitute,
  times,
  toText,
  variablesOf,
  ZERO,
} from "../../../src/bounds/order/polynomial.ts";
import { exponent, points, polynomials, valueAt } from "./arbitrary.ts";

const text = (value: Fraction) => value.toFraction();

describe("polynomials", () => {
  test.prop([polynomials, polynomials, points])("add, subtract and multiply as their values do", (a, b, point) => {
    const [x, y] = [valueAt(a, point), valueAt(b, point)];
    expect(text(valueAt(plus(a, b), point))).toBe(text(x.add(y)));
    expect(text(valueAt(minus(a, b), point))).toBe(text(x.add(y.neg())));
    expect(text(valueAt(times(a, b), point))).toBe(text(x.mul(y)));
    expect(text(valueAt(negative(a), point))).toBe(text(x.neg()));
  });

  test.prop([polynomials, polynomials, polynomials])("form a ring, with one form for each", (a, b, c) => {
    const sorted = (p: typeof a) => [...p].map(([name, value]) => [name, text(value)]).sort();
    expect(sorted(times(a, b))).toEqual(sorted(times(b, a)));
    expect(sorted(times(a, plus(b, c)))).toEqual(sorted(plus(times(a, b), times(a, c))));
    expect(sorted(times(times(a, b), c))).toEqual(sorted(times(a, times(b, c))));
    expect(minus(a, a)).toEqual(ZERO);
    expect([...times(a, b).values()].every((value) => signOf(value) !== 0)).toBe(true);
  });

  test.prop([polynomials, polynomials, points])("take polynomials for variables", (a, b, point) => {
    const value = valueAt(b, point);
    expect(text(valueAt(substitute(a, { D: b }), point))).toBe(text(valueAt(a, { ...point, D: text(value) })));
  });

  test.prop([polynomials])("are what their text says", (a) => {
    expect(
      toText(
        exponent(
          toText(a)
            .replace(/([a-zA-Z]+)\^2/g, "$1*$1")
            .replace(/(?<=[\w)]) (?=[a-zA-Z])/g, "*"),
        ),
      ),
    ).toBe(toText(a));
  });

  it("are exact where doubles are not", () => {
    expect(toText(exponent("0.1 + 0.2 - 0.3"))).toBe("0");
    expect(toText(exponent("1/3 + 1/6"))).toBe("1/2");
    expect(toText(exponent("1e-20*D + 1"))).toBe("1/100000000000000000000 D + 1");
  });

  it("know their variables, degrees, signs and when they are numbers", () => {
    const a = exponent("D*D*q - 2*q + 1");
    expect([variablesOf(a), degreeIn(a, "D"), degreeIn(a, "q"), degreeIn(a, "l")]).toEqual([["D", "q"], 2, 1, 0]);
    expect(constantOf(a)).toBeUndefined();
    expect(constantOf(exponent("D"))).toBeUndefined();
    expect([constantOf(ZERO), constantOf(constant(-3))].map((value) => text(value as Fraction))).toEqual(["0", "-3"]);
    expect([new Fraction(0), new Fraction("-1/3"), new Fraction(2)].map(signOf)).toEqual([0, -1, 1]);
  });

  it.each([
    ["D*q/4 - D/2", "1/4 D q - 1/2 D"],
    ["1 - l", "-l + 1"],
    ["l*l - 1/2", "l^2 - 1/2"],
    ["D - D", "0"],
  ])("write %s as %s", (given, expected) => {
    expect(toText(exponent(given))).toBe(expected);
  });
});
