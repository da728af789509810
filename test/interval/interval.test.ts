import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { EMPTY, ENTIRE, numsToInterval, point } from "../../src/interval/interval.ts";
import { InputError } from "../../src/setting/inputError.ts";

const { MAX_VALUE } = Number;

describe("numsToInterval", () => {
  test.prop([fc.double({ noNaN: true }), fc.double({ noNaN: true })])(
    "keeps the ends, or says which one is wrong",
    (a, b) => {
      const valid = a <= b && a !== Infinity && b !== -Infinity;
      // toEqual tells 0 from -0.
      if (valid) expect(numsToInterval(a, b)).toEqual({ lo: a + 0, hi: b + 0 });
      else expect(() => numsToInterval(a, b)).toThrow(InputError);
    },
  );

  it.each([
    [-0, -0, 0, 0],
    [-0, 1, 0, 1],
    [-1, -0, -1, 0],
    [-Infinity, Infinity, -Infinity, Infinity],
    [MAX_VALUE, Infinity, MAX_VALUE, Infinity],
    [-Infinity, -MAX_VALUE, -Infinity, -MAX_VALUE],
  ])("of %d and %d is [%d, %d]", (lo, hi, expectedLo, expectedHi) => {
    expect(numsToInterval(lo, hi)).toEqual({ lo: expectedLo, hi: expectedHi });
  });

  it.each([
    [NaN, 1, "lo must be a number below Infinity, but is NaN; correct it"],
    [Infinity, Infinity, "lo must be a number below Infinity, but is Infinity; correct it"],
    [1, NaN, "hi must be a number above -Infinity, but is NaN; correct it"],
    [-Infinity, -Infinity, "hi must be a number above -Infinity, but is -Infinity; correct it"],
    [2, 1, "lo must be at most hi = 1, but is 2; swap them"],
  ])("refuses %d and %d in one sentence", (lo, hi, sentence) => {
    expect(() => numsToInterval(lo, hi)).toThrow(new InputError(sentence));
  });
});

describe("point", () => {
  it("holds one number, and takes no other kind", () => {
    expect(point(-0)).toEqual({ lo: 0, hi: 0 });
    expect(point(0.1)).toEqual({ lo: 0.1, hi: 0.1 });
    for (const x of [NaN, Infinity, -Infinity]) expect(() => point(x)).toThrow(InputError);
  });
});

it("EMPTY and ENTIRE cannot be changed", () => {
  expect([EMPTY, ENTIRE].every(Object.isFrozen)).toBe(true);
  expect([EMPTY, ENTIRE]).toEqual([
    { lo: Infinity, hi: -Infinity },
    { lo: -Infinity, hi: Infinity },
  ]);
});
