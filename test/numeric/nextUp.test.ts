import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { nextDown, nextUp } from "../../src/numeric/nextUp.ts";
import { place } from "../helpers/place.ts";

const { MAX_VALUE } = Number;
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("nextUp and nextDown", () => {
  test.prop([finite], { numRuns: 2000 })("go to the neighbour in the order of the doubles", (x) => {
    expect(place(nextUp(x)) - place(x)).toBe(1n);
    expect(place(x) - place(nextDown(x))).toBe(1n);
  });

  test.prop([fc.integer({ min: -1074, max: 1023 }), fc.constantFrom(1, -1)])(
    "go to the neighbour at powers of two, where all bits change",
    (k, sign) => {
      const x = sign * 2 ** k;
      for (const at of [x, nextDown(x)]) expect(place(nextUp(at)) - place(at)).toBe(1n);
    },
  );

  test.prop([finite])("undo each other", (x) => {
    expect(nextDown(nextUp(x))).toBe(x + 0);
    expect(nextUp(nextDown(x))).toBe(x + 0);
  });

  test.each([
    [0, 5e-324],
    [-0, 5e-324],
    [-5e-324, 0],
    [5e-324, 1e-323],
    [2 ** -1022 - 2 ** -1074, 2 ** -1022],
    [1, 1 + 2 ** -52],
    [1 - 2 ** -53, 1],
    [-1, -1 + 2 ** -53],
    // The lower 32 bits are all ones, or all zeros.
    [1 + (2 ** 32 - 1) * 2 ** -52, 1 + 2 ** -20],
    [-1 - 2 ** -20, -1 - (2 ** 32 - 1) * 2 ** -52],
    [MAX_VALUE, Infinity],
    [-Infinity, -MAX_VALUE],
    [Infinity, Infinity],
    [NaN, NaN],
  ])("nextUp takes %d to %d, nextDown its negative to the negative", (x, expected) => {
    expect(nextUp(x)).toBe(expected);
    expect(nextDown(-x)).toBe(0 - expected);
  });
});
