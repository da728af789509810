import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { medianInterval } from "../../src/statistics/medianInterval.ts";

const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
const known = (values: number[], wanted?: number) => medianInterval(values, values, wanted);

describe("medianInterval", () => {
  test.prop([fc.integer({ min: 1, max: 12 }), level])(
    "has the coverage that all 2^k ways to fall give",
    (k, wanted) => {
      // Value i is i - 1/2 on the side of the median that bit i of the pattern names; the interval holds the median, 0, or it does not.
      const { low, high, coverage } = known(
        Array.from({ length: k }, (_, i) => i + 1),
        wanted,
      );
      let holds = 0;
      for (let pattern = 0; pattern < 2 ** k; pattern++) {
        const below = Array.from({ length: k }, (_, i) => (pattern >> i) & 1).filter(Boolean).length;
        // Ranks of the ends: low is the low-th smallest value, high the high-th.
        if (low <= below && below < high) holds++;
      }
      expect(coverage).toBe(holds / 2 ** k);
      if (low > 1) expect(coverage).toBeGreaterThanOrEqual(wanted);
    },
  );

  it("takes the ranks of the tables", () => {
    // k = 10: P(Bin < 2) = 11/1024, P(Bin < 3) = 56/1024 > 0.025.
    const ten = [7, 1, 10, 4, 3, 9, 2, 8, 5, 6];
    expect(known(ten)).toEqual({ median: 5.5, low: 2, high: 9, coverage: 1 - 22 / 1024, seeds: 10 });
    // 5 values do not reach 95%: 1 - 2/32.
    expect(known([1, 2, 3, 4, 5])).toMatchObject({ low: 1, high: 5, coverage: 0.9375 });
    expect(known([3])).toEqual({ median: 3, low: 3, high: 3, coverage: 0, seeds: 1 });
  });

  test.prop([
    fc.array(fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true })), {
      minLength: 1,
      maxLength: 40,
    }),
  ])("holds the interval of any values within the brackets", (brackets) => {
    const lows = brackets.map(([low]) => low);
    const highs = brackets.map(([low, factor]) => low * factor);
    const inside = known(brackets.map(([low, factor]) => low * Math.sqrt(factor)));
    const { low, high } = medianInterval(lows, highs);
    expect(low).toBeLessThanOrEqual(inside.low);
    expect(high).toBeGreaterThanOrEqual(inside.high);
  });

  it("counts seeds without an end as the largest or smallest", () => {
    const lows = [0, 1, 2, 3, 8, 9];
    const highs = [1, 1, 2, 3, Infinity, Infinity];
    expect(medianInterval(lows, highs)).toMatchObject({ median: 2.5, low: 0, high: Infinity });
    expect(medianInterval([5, 5, 1], [Infinity, Infinity, 1]).median).toBe(Infinity);
  });
});
