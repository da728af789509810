import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { expm1 } from "../../src/numeric/expm1.ts";
import { precise, relativeError } from "../helpers/precise.ts";
import { spread } from "../helpers/spread.ts";

const exact = (x: number) => precise(x).exp().minus(1);

// |x| <= 1, in units of 2^-52: log 1, product and quotient 1/2 each, u - 1 at most 1/2 (exact from 1/2 on), and u = e^x (1 + delta), |delta| <= 1, moves
// (u - 1)/log(u) by delta (1/(1 - e^-x) - 1/x) <= 0.6 delta: 3.1 in all. |x| > 1: 1 for e^x, times e^x/|e^x - 1| <= 1.6, and 1/2 for the subtraction.
const BOUND = 5 * 2 ** -52;

describe("expm1", () => {
  test.prop([spread(-800, 709).filter((x) => Math.abs(x) > 1e-30)], { numRuns: 500 })(
    "is within 5 ulps over its domain",
    (x) => {
      expect(relativeError(expm1(x), exact(x))).toBeLessThan(BOUND);
    },
  );

  test.prop([fc.integer({ min: -(2 ** 31), max: 2 ** 31 }).map((k) => k / 2 ** 30)], { numRuns: 500 })(
    "is within 5 ulps uniformly on [-2, 2], where the two ways meet",
    (x) => {
      if (x !== 0) expect(relativeError(expm1(x), exact(x))).toBeLessThan(BOUND);
    },
  );

  test.prop([fc.double({ min: 2 ** -60, max: 2 ** -20, noNaN: true }), fc.constantFrom(1, -1)], { numRuns: 300 })(
    "keeps its digits around the point where e^x rounds to 1",
    (size, sign) => {
      expect(relativeError(expm1(sign * size), exact(sign * size))).toBeLessThan(BOUND);
    },
  );

  test.each([
    [0, 0],
    [-0, -0],
    [-Infinity, -1],
    [Infinity, Infinity],
    [NaN, NaN],
    [1e-300, 1e-300],
  ])("takes %d to %d", (x, expected) => {
    expect(expm1(x)).toBe(expected);
  });
});
