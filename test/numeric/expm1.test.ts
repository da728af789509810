import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { expm1 } from "../../src/numeric/expm1.ts";
import { precise, relativeError } from "../helpers/precise.ts";

const exact = (x: number) => precise(x).exp().minus(1);

// |x| <= 1: log within 1 ulp <= 2^-52, product and quotient 2^-53 each, and the identity: u = e^x (1 + delta), |delta| <= 2^-52, moves
// (u - 1)/log(u) by a relative delta u (1/(u - 1) - 1/(u log u)) , at most delta e/2 or so on [-1, 1]: 3.4 * 2^-52 in all.
// |x| > 1: e^x within 1 ulp, times e^x/|e^x - 1| <= 1.6, and the subtraction.
const BOUND = 5 * 2 ** -52;

describe("expm1", () => {
  test.prop([fc.double({ min: -800, max: 709, noNaN: true }).filter((x) => Math.abs(x) > 1e-30)], { numRuns: 500 })(
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
