import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { correlation } from "../../src/statistics/correlation.ts";

it("is Pearson's", () => {
  // Deviations (-1, 0, 1) and (-2/3, 4/3, -2/3): products sum to 0. With (1, 3, 2): (-1, 1, 0), product 1, sizes 2 and 2: 1/2.
  expect(correlation([1, 2, 3], [1, 3, 1])).toBeCloseTo(0, 15);
  expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 15);
  expect(correlation([1, 2], [1, 2])).toBeNull();
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
});

const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 20 });
test.prop([list, fc.integer({ min: 1, max: 100 }), fc.integer({ min: -100, max: 100 })])(
  "is 1 of a rising line, -1 of a falling one, the same from both sides",
  (x, slope, offset) => {
    const line = x.map((value) => slope * value + offset);
    const r = correlation(x, line);
    if (r === null) return expect(new Set(x).size).toBe(1);
    expect(r).toBeCloseTo(1, 10);
    expect(
      correlation(
        x,
        line.map((value) => -value),
      ),
    ).toBeCloseTo(-1, 10);
    expect(correlation(line, x)).toBeCloseTo(r, 14);
  },
);
