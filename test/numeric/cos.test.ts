import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { cos } from "../../src/numeric/cos.ts";
import { precise } from "../helpers/precise.ts";

describe("cos", () => {
  // r is exact but for the last product and two subtractions, and |r| <= pi/4 + rounding: three ulps of a number below 1 at most, one more for the series.
  test.prop(
    [fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))],
    { numRuns: 2000 },
  )("is the cosine to four halves of 2^-52", (x) => {
    expect(Math.abs(precise(x).cos().minus(cos(x)).toNumber())).toBeLessThanOrEqual(4 * 2 ** -53);
  });

  it("is what one knows it to be", () => {
    expect(cos(0)).toBe(1);
    expect(cos(-0)).toBe(1);
    expect(Math.abs(cos(Math.PI / 2))).toBeLessThan(1e-16);
    expect(cos(Math.PI)).toBeCloseTo(-1, 15);
    for (const x of [1.1e6, Infinity, -Infinity, Number.NaN]) expect(cos(x)).toBe(Number.NaN);
  });
});
