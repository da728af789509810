import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { exp } from "../../src/numeric/exp.ts";
import { errorInUlps, precise } from "../helpers/precise.ts";
import { spread } from "../helpers/spread.ts";

const exact = (x: number) => precise(x).exp();
const MAX_ARGUMENT = 709.782712893384; // the largest double whose exponential is below 2^1024
const MIN_ARGUMENT = -745.1332191019411; // the smallest double whose exponential is above 2^-1075, the half of the smallest double

describe("exp", () => {
  test.prop([spread(-708, MAX_ARGUMENT)], { numRuns: 1000 })("is within 1 ulp over the normal range", (x) => {
    expect(errorInUlps(exp(x), exact(x))).toBeLessThan(1);
  });

  test.prop([fc.integer({ min: -708 * 2 ** 20, max: 709 * 2 ** 20 }).map((k) => k / 2 ** 20)], { numRuns: 1000 })(
    "is within 1 ulp on a uniform grid (doubles drawn by bits crowd near 0)",
    (x) => {
      expect(errorInUlps(exp(x), exact(x))).toBeLessThan(1);
    },
  );

  test.prop([fc.double({ min: MIN_ARGUMENT, max: -708, noNaN: true })], { numRuns: 300 })(
    "is within 1 ulp where the result is subnormal",
    (x) => {
      expect(errorInUlps(exp(x), exact(x))).toBeLessThan(1);
    },
  );

  test.prop([fc.integer({ min: -1075, max: 1023 }), fc.integer({ min: -3, max: 3 })])(
    "is within 1 ulp beside the switch of the power of two, (k + 1/2) ln 2",
    (k, step) => {
      const x = (k + 0.5) * Math.LN2;
      const beside = x + step * 2 ** -43;
      if (beside >= MIN_ARGUMENT) expect(errorInUlps(exp(beside), exact(beside))).toBeLessThan(1);
    },
  );

  test.prop([fc.integer({ min: -700 * 2 ** 12, max: 700 * 2 ** 12 })])("grows with its argument", (k) => {
    // Neighbours 2^-12 apart differ by a factor 1 + 2^-12, far more than two errors of 1 ulp.
    expect(exp((k + 1) / 4096)).toBeGreaterThan(exp(k / 4096));
  });

  test.each([
    [0, 1],
    [-0, 1],
    [5e-324, 1],
    [-5e-324, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [NaN, NaN],
    [MAX_ARGUMENT, exact(MAX_ARGUMENT).toNumber()],
    [709.7827128933841, Infinity],
    [Number.MAX_VALUE, Infinity],
    [MIN_ARGUMENT, 5e-324],
    [-745.1332191019412, 0],
    [-Number.MAX_VALUE, 0],
  ])("takes %d to %d", (x, expected) => {
    expect(exp(x)).toBe(expected);
  });
});
