import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { productMinus } from "../../src/interval/productMinus.ts";
import { beside, openCase, partner, withExponent } from "./draw.ts";
import { dyadic, minus, sign, times } from "./exact.ts";

const exactly = (x: number, y: number, z: number) => sign(minus(times(dyadic(x), dyadic(y)), dyadic(z)));
const streams = fc.nat().map((index) => openCase(4, 1003, index));

describe("productMinus", () => {
  test.prop([streams], { numRuns: 5000 })("has the sign of x y - z for z next to x y, of any size", (stream) => {
    const x = withExponent(stream, 0, 2046);
    const y = partner(stream, x, 1);
    const z = beside(stream, x * y, 2);
    fc.pre(x !== 0 && y !== 0 && z / (x * y) >= 0.5 && z / (x * y) <= 2);
    expect(Math.sign(productMinus(x, y, z))).toBe(exactly(x, y, z));
    expect(Math.sign(productMinus(y, x, z))).toBe(exactly(x, y, z));
  });

  test.prop([streams, fc.integer({ min: -1074, max: 1023 }), fc.integer({ min: 1, max: 2 ** 26 })])(
    "is 0 for exact products",
    (stream, k, factor) => {
      const x = Math.trunc(withExponent(stream, 1023 + 26, 1023 + 26)) * 2 ** Math.min(k, 900);
      fc.pre(Number.isFinite(x * factor) && x !== 0);
      // 27 bits times 26 bits.
      expect(productMinus(x, factor, x * factor)).toBe(0);
    },
  );

  test.each([
    [5e-324, 0.5 + 2 ** -53, 5e-324, -1],
    [5e-324, 1.5 - 2 ** -52, 5e-324, 1],
    [2 ** -537, 2 ** -537, 5e-324, 0],
    [2 ** -1074, 2 ** 1023, 2 ** -51, 0],
    [Number.MAX_VALUE, 1, Number.MAX_VALUE, 0],
    [Number.MAX_VALUE, 1 - 2 ** -53, Number.MAX_VALUE, -1],
    [-Number.MAX_VALUE, 1 - 2 ** -53, -Number.MAX_VALUE, 1],
    // sqrt(MAX_VALUE) = 2^512 (1 - 2^-54 ...) lies above the double 2^512 (1 - 2^-53).
    [2 ** 512 * (1 - 2 ** -53), 2 ** 512 * (1 - 2 ** -53), Number.MAX_VALUE, -1],
  ])("%d * %d - %d has the sign %d", (x, y, z, expected) => {
    expect(Math.sign(productMinus(x, y, z))).toBe(expected);
  });
});
