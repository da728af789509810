import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { log1p } from "../../src/numeric/log1p.ts";
import { precise, relativeError } from "../helpers/precise.ts";

const exact = (x: number) => precise(x).plus(1).ln();

// log within 1 ulp <= 2^-52, quotient and product half an ulp <= 2^-53 each, and the identity itself: u = (1 + x)(1 + delta)
// moves log(u)/(u - 1) by at most a relative |delta| <= 2^-53. Sum 2.5 * 2^-52, below the 3 ulps stated.
const BOUND = 3 * 2 ** -52;

describe("log1p", () => {
  test.prop(
    [fc.double({ min: -1 + 2 ** -53, max: Number.MAX_VALUE, noNaN: true }).filter((x) => Math.abs(x) > 1e-30)],
    {
      numRuns: 500,
    },
  )("is within 3 ulps over its whole domain", (x) => {
    expect(relativeError(log1p(x), exact(x))).toBeLessThan(BOUND);
  });

  test.prop([fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 33 }).map((k) => k / 2 ** 31)], { numRuns: 500 })(
    "is within 3 ulps uniformly on (-1, 4]",
    (x) => {
      if (x !== 0) expect(relativeError(log1p(x), exact(x))).toBeLessThan(BOUND);
    },
  );

  test.prop([fc.double({ min: 2 ** -60, max: 2 ** -20, noNaN: true }), fc.constantFrom(1, -1)], { numRuns: 300 })(
    "keeps its digits around the point where 1 + x rounds to 1",
    (size, sign) => {
      expect(relativeError(log1p(sign * size), exact(sign * size))).toBeLessThan(BOUND);
    },
  );

  test.prop([fc.double({ min: -(2 ** -54), max: 2 ** -54, noNaN: true })])(
    "is x itself below 2^-54, subnormals included",
    (x) => {
      // ln(1 + x) = x (1 - x/2 + ...): relative distance below 2^-55, less than half an ulp.
      expect(log1p(x)).toBe(x);
    },
  );

  test.prop([fc.integer({ min: -4095, max: 2 ** 20 })])("grows with its argument", (k) => {
    // Neighbours 2^-12 apart: log1p differs by at least 2^-12/257 > 2^-21, its errors by at most 6 * 2^-52 * 9.
    expect(log1p((k + 1) / 4096)).toBeGreaterThan(log1p(k / 4096));
  });

  test.each([
    [0, 0],
    [-0, -0],
    [-1, -Infinity],
    [-1.0000000000000002, NaN],
    [-Infinity, NaN],
    [Infinity, Infinity],
    [NaN, NaN],
  ])("takes %d to %d", (x, expected) => {
    expect(log1p(x)).toBe(expected);
  });
});
