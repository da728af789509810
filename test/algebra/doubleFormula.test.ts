import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { doubleFormula } from "../../src/algebra/doubleFormula.ts";

const of = (text: string) =>
  doubleFormula(text, {
    numbers: ["z", "q"],
    functions: ["min", "max", "abs", "sign", "exp", "tanh", "normalCdf"],
    such: "max(z, 0)^q",
  });

describe("a formula in doubles", () => {
  test.prop([fc.double({ min: -50, max: 50, noNaN: true })])("has its functions' values", (z) => {
    const at = { z, q: 3 };
    expect(of("abs(z)*sign(z)")(at) + 0).toBe(z + 0);
    // tanh z within a few roundings: expm1 has one, three operations follow.
    expect(Math.abs(of("tanh(z)")(at) - Math.tanh(z))).toBeLessThanOrEqual(2 ** -49 * Math.abs(Math.tanh(z)));
    expect(of("normalCdf(z) + normalCdf(-z)")(at)).toBeCloseTo(1, 14);
  });

  test.prop([fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 6 })])(
    "raises negative numbers to integer powers, exactly where integers are, and to no others",
    (z, q) => {
      let product = 1;
      for (let k = 0; k < q; k++) product *= z;
      expect(of("z^q")({ z, q }) + 0).toBe(product + 0);
      if (z !== 0) expect(of("z^(-q)")({ z, q })).toBe(1 / product);
      if (z < 0) expect(of("z^(q + 1/2)")({ z, q })).toBeNaN();
    },
  );

  it("says in one sentence which name it does not know", () => {
    expect(() => of("max(x, 0)")).toThrow(
      /^the formula "max\(x, 0\)" must use known symbols \(z, q, pi; min, max, .*\), but has "x" at position 5; /,
    );
    expect(() => of("sqrt(z)")).toThrow(/ but has "sqrt" at position 1; /);
  });
});
