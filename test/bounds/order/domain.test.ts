import { test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { DOMAIN, fromLeast, rangeText, type Sign, signOn } from "../../../src/bounds/order/domain.ts";
import { negative, type Polynomial } from "../../../src/bounds/order/polynomial.ts";
import { exponent, points, polynomials, valueAt } from "./arbitrary.ts";

const ALLOWED: Readonly<Record<Sign, readonly number[]>> = {
  positive: [1],
  "non-negative": [0, 1],
  zero: [0],
  "non-positive": [-1, 0],
  negative: [-1],
  any: [-1, 0, 1],
};
const OPPOSITE = { positive: "negative", "non-negative": "non-positive", zero: "zero", any: "any" } as const;

describe("signOn", () => {
  test.prop([polynomials, points])("is never wrong at a point of the domain", (a, point) => {
    expect(ALLOWED[signOn(a)]).toContain(valueAt(a, point).compare(0));
  });

  test.prop([polynomials])("turns around with the polynomial", (a: Polynomial) => {
    const turned = Object.fromEntries(
      Object.entries(OPPOSITE).flatMap(([x, y]) => [
        [x, y],
        [y, x],
      ]),
    );
    expect(signOn(negative(a))).toBe(turned[signOn(a)]);
  });

  it.each([
    ["D - 4", "positive"],
    ["4 - D", "negative"],
    ["q - 3", "non-negative"],
    ["D - 5", "any"],
    ["beta - 1", "non-positive"],
    ["beta", "non-negative"],
    ["1 - beta/2", "positive"],
    ["beta - beta*D", "non-positive"],
    // D (q - 2)/4 > 1 for D > 4 and q >= 3: with D = 4 + x, q = 3 + y it is (x + y (4 + x))/4.
    ["D*(q-2)/4 - 1", "positive"],
    ["1 - D*(q-2)/4 - 2*beta", "negative"],
    ["powerEta", "positive"],
    ["logM + l", "non-negative"],
    ["l - l", "zero"],
    // Bounded, but not linear in beta: not tried.
    ["beta*beta", "any"],
    ["l - 1", "any"],
  ])("of %s is %s", (text, sign) => {
    expect(signOn(exponent(text))).toBe(sign);
  });
});

describe("fromLeast", () => {
  it("moves D by 4 and q by 3, and leaves the others", () => {
    // (D + 4) (q + 3) - 12 = D q + 3 D + 4 q
    expect(fromLeast(exponent("D*q - 12 + l"))).toEqual(exponent("D*q + 3*D + 4*q + l"));
  });
});

describe("rangeText", () => {
  it("names every end of the domain", () => {
    expect(Object.keys(DOMAIN).map(rangeText)).toEqual([
      "D > 4",
      "q >= 3",
      "0 <= beta <= 1",
      "l >= 0",
      "powerEta > 0",
      "logSigmaP >= 0",
      "logAlpha >= 0",
      "logM >= 0",
    ]);
  });
});
