import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { crossing, powerLaw } from "../../../src/experiments/heat/boundary.ts";

const COLUMNS = Array.from({ length: 12 }, (_, k) => k / 4);

describe("the boundary of a row", () => {
  test.prop([fc.integer({ min: 1, max: 11 }), fc.infiniteStream(fc.double({ min: 0, max: 0.1, noNaN: true }))])(
    "of a row that falls lies between the two columns at which it passes the cut",
    (above, noise) => {
      const errors = COLUMNS.map((_, k) => (k < above ? 0.3 : 0.05) + (noise.next().value as number));
      expect(crossing(COLUMNS, errors, 0.2)).toBe(above / 4 - 1 / 8);
    },
  );

  test("does not move where one column above and one below the boundary change sides", () => {
    const [falling, noisy] = [
      [1, 1, 1, 0, 0, 0],
      [1, 1, 0, 1, 0, 0],
    ];
    expect(crossing(COLUMNS.slice(0, 6), noisy as number[], 0.5)).toBe(
      crossing(COLUMNS.slice(0, 6), falling as number[], 0.5),
    );
  });

  test("is nowhere where no or every column is above the cut, and a run that gave no number is above it", () => {
    expect(crossing([0, 1], [0, 0], 0.5)).toBe(null);
    expect(crossing([0, 1], [1, 1], 0.5)).toBe(null);
    expect(crossing([0, 1], [Number.NaN, 0], 0.5)).toBe(0.5);
  });
});

describe("a power law", () => {
  // Logarithms of numbers from 1e-3 to 1e3, each off by some ulps of at most 7; the spread of log x is at least log 2.
  test.prop([fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true })])(
    "is found from points that lie on it",
    (exponent, factor) => {
      const law = powerLaw([1, 2, 5, 9].map((x) => [x, factor * x ** exponent] as const));
      expect(law?.exponent).toBeCloseTo(exponent, 12);
      expect(law?.logC).toBeCloseTo(Math.log(factor), 12);
    },
  );

  test("needs two different places", () => {
    expect(powerLaw([])).toBe(null);
    expect(
      powerLaw([
        [2, 1],
        [2, 3],
      ]),
    ).toBe(null);
  });
});
