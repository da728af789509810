import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { crossEntropy, residual } from "../../../src/sim/losses/crossEntropy.ts";
import { precise, relativeError } from "../../helpers/precise.ts";
import { spread } from "../../helpers/spread.ts";

const exactLoss = (z: number) => precise(z).neg().exp().plus(1).ln();
const exactResidual = (z: number) => precise(z).exp().plus(1).pow(-1);

// Near the end of the exponential's range e^-z is subnormal and has few digits; 700 keeps it normal.
const margins = fc.oneof(
  spread(-700, 700),
  fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((k) => k / 2 ** 24),
);
const UNIT_ULP = 2 ** -52;

describe("crossEntropy", () => {
  test.prop([margins.filter((z) => z < 80)], { numRuns: 300 })("is log(1 + e^-z) within 6 ulps", (z) => {
    // z >= 0: e^-z within 1 ulp enters log1p with condition number <= 1, log1p adds 3. z < 0: |z| plus such a term, both positive,
    // and one rounding. Below 6 in all.
    expect(relativeError(crossEntropy(z), exactLoss(z))).toBeLessThan(6 * UNIT_ULP);
  });

  test.prop([fc.double({ min: 40, max: 700, noNaN: true })], { numRuns: 200 })(
    "is e^-z where it saturates, still within 6 ulps",
    (z) => {
      // log(1 + x) = x (1 - x/2 + ...) with x = e^-z < 2^-57: x itself, to far less than half an ulp.
      expect(relativeError(crossEntropy(z), precise(z).neg().exp())).toBeLessThan(6 * UNIT_ULP);
    },
  );

  test.each([
    [0, Math.LN2],
    [-1000, 1000],
    [-1e308, 1e308],
    [1000, 0],
    [Infinity, 0],
    [-Infinity, Infinity],
    [NaN, NaN],
  ])("takes the margin %d to %d", (z, loss) => {
    expect(crossEntropy(z)).toBe(loss);
  });
});

describe("residual", () => {
  test.prop([margins], { numRuns: 300 })("is 1/(1 + e^z) within 4 ulps, also where it is tiny", (z) => {
    // The exponential within 1 ulp, with condition number <= 1; a sum and a quotient, half an ulp each; the odds appear twice for z > 0: one more.
    expect(relativeError(residual(z), exactResidual(z))).toBeLessThan(4 * UNIT_ULP);
  });

  test.prop([margins])("is the share of the wrong class: those of z and -z add to 1", (z) => {
    // Both are within 4 ulps of numbers <= 1 that add to 1.
    expect(Math.abs(residual(z) + residual(-z) - 1)).toBeLessThanOrEqual(8 * UNIT_ULP);
  });

  test.each([
    [0, 0.5],
    [-1000, 1],
    [1000, 0],
    [-Infinity, 1],
    [Infinity, 0],
    [NaN, NaN],
  ])("takes the margin %d to %d", (z, expected) => {
    expect(residual(z)).toBe(expected);
  });
});
