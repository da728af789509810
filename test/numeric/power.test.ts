import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { integerPower } from "../../src/numeric/integerPower.ts";
import { power } from "../../src/numeric/power.ts";
import { UNIT } from "../helpers/close.ts";
import { precise, relativeError } from "../helpers/precise.ts";
import { spread } from "../helpers/spread.ts";

const bases = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

describe("power", () => {
  test.prop([bases, spread(0, 50)], { numRuns: 300 })("has the relative error that its docstring states", (x, y) => {
    // k + 3 + 3 |log x| roundings to first order; 1% more covers the second order. Math.log only sizes the bound.
    const bound = 1.01 * (Math.floor(y) + 3 + 3 * Math.abs(Math.log(x))) * UNIT;
    expect(relativeError(power(x, y), precise(x).pow(precise(y)))).toBeLessThanOrEqual(bound);
  });

  test.prop([bases, spread(0, 50)])("of a negative exponent is one over that of its opposite", (x, y) => {
    expect(power(x, -y)).toBe(1 / power(x, y));
  });

  test.prop([bases, fc.integer({ min: 0, max: 50 })])("has integer powers as integerPower does", (x, k) => {
    expect(power(x, k)).toBe(integerPower(x, k));
  });

  test.prop([fc.double({ min: 1.001, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 49 * 1024 })])(
    "grows with its exponent, across integers too",
    (x, step) => {
      // 1.001^(1/1024) = 1 + 9.8e-7, far more than two errors of 100 u.
      expect(power(x, (step + 1) / 1024)).toBeGreaterThan(power(x, step / 1024));
    },
  );

  test.each([
    [1, 0.3, 1],
    [2, 0, 1],
    [4, -0.5, 0.5],
    [2, -3, 0.125],
    [10, 15, 1e15],
    [1e6, 51.5, Infinity],
    [1e-6, 60, 0],
  ])("takes %d to the power %d to %d", (x, y, expected) => {
    expect(power(x, y)).toBe(expected);
  });
});
