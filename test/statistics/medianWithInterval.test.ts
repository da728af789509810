import { describe, expect, it } from "vitest";
import { INTERVAL_LIMIT, medianWithInterval } from "../../src/statistics/medianWithInterval.ts";

const NONE = { low: null, high: null, coverage: null };

describe("a median with its interval", () => {
  it("has one of 2 to 1000 independent values", () => {
    // Two values: the median is outside of them with probability 2 (1/2)^2.
    expect(medianWithInterval([3, 1])).toEqual({ median: 2, low: 1, high: 3, coverage: 0.5 });
    expect(medianWithInterval([3])).toEqual({ median: 3, ...NONE });
    expect(medianWithInterval([3, 1], false)).toEqual({ median: 2, ...NONE });
    const many = Array.from({ length: INTERVAL_LIMIT + 1 }, (_, k) => k);
    expect(medianWithInterval(many)).toEqual({ median: 500, ...NONE });
    expect(medianWithInterval(many.slice(1)).coverage).toBeGreaterThan(0.95);
  });
});
