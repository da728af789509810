import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { largestSize } from "../../src/numeric/largestSize.ts";

describe("largestSize", () => {
  it.each([
    [[], 0],
    [[-3], 3],
    [[1, -2, 0.5], 2],
  ])("of %j is %d", (values, expected) => {
    expect(largestSize(Float64Array.from(values))).toBe(expected);
  });

  test.prop([fc.float64Array({ noNaN: true, minLength: 1 })])("is the size of one, and of none exceeded", (values) => {
    const sizes = [...values].map(Math.abs);
    expect(sizes).toContain(largestSize(values));
    expect(sizes.every((size) => size <= largestSize(values))).toBe(true);
  });
});
