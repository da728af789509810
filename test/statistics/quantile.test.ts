import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { quantile } from "../../src/statistics/quantile.ts";

const values = fc.array(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Infinity)), {
  minLength: 1,
  maxLength: 30,
});

describe("quantile", () => {
  test.prop([values, fc.integer({ min: 0, max: 64 }).map((k) => k / 64)])(
    "is the least value of the list with a share p at or below it",
    (list, p) => {
      const value = quantile(list, p);
      const share = (x: number) => list.filter((v) => v <= x).length / list.length;
      expect(list).toContain(value);
      expect(share(value)).toBeGreaterThanOrEqual(p);
      for (const smaller of list.filter((v) => v < value)) expect(share(smaller)).toBeLessThan(p);
    },
  );

  test.prop([values])("leaves the list alone", (list) => {
    const before = [...list];
    quantile(list, 0.5);
    expect(list).toEqual(before);
  });
});
