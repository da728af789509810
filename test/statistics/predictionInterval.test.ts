import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { placeAmong, predictionInterval } from "../../src/statistics/predictionInterval.ts";

const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 });

describe("predictionInterval", () => {
  test.prop([values])("holds every value and a median with half of them on either side", (list) => {
    const { min, median, max, seeds } = predictionInterval(list);
    expect(list.every((value) => value >= min && value <= max)).toBe(true);
    expect(list.filter((value) => value <= median).length).toBeGreaterThanOrEqual(seeds / 2);
    expect(list.filter((value) => value >= median).length).toBeGreaterThanOrEqual(seeds / 2);
  });

  it("has the coverage that counting ranks gives", () => {
    // Of 4 exchangeable values without ties the last is the smallest or the largest in 2 of 4 cases.
    expect(predictionInterval([1, 2, 3]).coverage).toBe(0.5);
    expect(predictionInterval([7]).coverage).toBe(0);
    expect(predictionInterval(Array.from({ length: 19 }, (_, k) => k)).coverage).toBe(0.9);
  });
});

describe("placeAmong", () => {
  test.prop([fc.integer({ min: -6, max: 6 }), values])("counts every value once", (published, list) => {
    const { below, equal, above } = placeAmong(published, list);
    expect(below + equal + above).toBe(list.length);
  });

  test.prop([values])(
    "rejects at level p with frequency at most p when the published value is one more draw",
    (list) => {
      // Exact: each of the k+1 values in turn plays the published one; the share with p <= level must not exceed the level.
      const ps = list.map((value, i) => placeAmong(value, list.toSpliced(i, 1)).p);
      for (const level of ps)
        expect(ps.filter((p) => p <= level).length / ps.length).toBeLessThanOrEqual(level + 1e-12);
    },
  );

  it("gives 2/(k+1) to a value outside all, 1 to one in the middle", () => {
    expect(placeAmong(9, [1, 2, 3]).p).toBe(0.5);
    expect(placeAmong(2, [1, 2, 3]).p).toBe(1);
  });
});
