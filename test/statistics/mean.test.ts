import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { mean } from "../../src/statistics/mean.ts";

describe("mean", () => {
  it.each([
    [[3], 3],
    [[1, 2, 6], 3],
    [[-1, 1], 0],
  ])("of %j is %d", (values, expected) => {
    expect(mean(values)).toBe(expected);
  });

  it("of nothing is no number", () => {
    expect(mean([])).toBeNaN();
  });

  test.prop([fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 })])(
    "has deviations that add up to nothing",
    (values) => {
      // The sum is exact; the quotient is off by 2^-44, each difference by 2^-43, each of the n sums of them by n 2000 2^-53.
      const about = mean(values);
      const left = values.reduce((sum, value) => sum + (value - about), 0);
      expect(Math.abs(left)).toBeLessThanOrEqual(values.length ** 2 * 2000 * 2 ** -52);
    },
  );
});
