import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { integerPower } from "../../src/numeric/integerPower.ts";
import { gamma } from "../helpers/close.ts";
import { precise, relativeError } from "../helpers/precise.ts";

describe("integerPower", () => {
  test.prop([fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 9 })])(
    "is exact where x^k fits in 53 bits",
    (x, k) => {
      // 40^9 = 2.6e14 < 2^53, and every intermediate square that enters the result is a divisor of it.
      expect(BigInt(integerPower(x, k))).toBe(BigInt(x) ** BigInt(k));
    },
  );

  test.prop([fc.double({ min: 0.5, max: 2, noNaN: true }), fc.constantFrom(1, -1), fc.integer({ min: 1, max: 1000 })])(
    "has a relative error of at most k - 1 roundings",
    (size, sign, k) => {
      // A square x^(2^j) carries 2^j - 1 roundings; joining the parts of k = sum 2^j adds one each: k - 1 in all.
      const x = sign * size;
      expect(relativeError(integerPower(x, k), precise(x).pow(k))).toBeLessThanOrEqual(gamma(k - 1));
    },
  );

  test.prop([fc.integer({ min: -1024, max: 1024 }), fc.integer({ min: 2 ** 31 - 2, max: 2 ** 36 })])(
    "has the same bound beyond 31 bits of k",
    (steps, k) => {
      // |log x^k| <= 2^36 2^-34 = 4: in range.
      const x = 1 + steps * 2 ** -44;
      expect(relativeError(integerPower(x, k), precise(x).pow(k))).toBeLessThanOrEqual(gamma(k - 1));
    },
  );

  test.prop([fc.double({ noNaN: true })])("of 1 and 2 takes no more than one rounding", (x) => {
    expect(integerPower(x, 1)).toBe(x);
    expect(integerPower(x, 2)).toBe(x * x);
    expect(integerPower(x, 3)).toBe(x * (x * x));
  });

  test.each([
    [0, 0, 1],
    [NaN, 0, 1],
    [Infinity, 0, 1],
    [0, 3, 0],
    [-2, 3, -8],
    [Infinity, 5, Infinity],
    [NaN, 3, NaN],
    [1e200, 3, Infinity],
    [-1e200, 3, -Infinity],
    [1e-200, 3, 0],
    [-1, 2 ** 33 + 1, -1],
    [-Infinity, 2 ** 33 + 1, -Infinity],
    [-1, 2 ** 33 + 2 ** 32, 1],
    [2, 1023, 2 ** 1023], // the square after the last one overflows and must not matter
  ])("takes %d to the power %d to %d", (x, k, expected) => {
    expect(integerPower(x, k)).toBe(expected);
  });
});
