import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { activeSetOf, allCoordinates, compactsOf } from "../../src/data/activeSet.ts";

const coordinate = fc.oneof(fc.nat(30), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const supports = fc.array(fc.uniqueArray(coordinate, { maxLength: 8 }), { maxLength: 6 });
const setOf = (lists: number[][]) => activeSetOf(Float64Array.from(lists.flat()));

describe("activeSetOf", () => {
  test.prop([supports])("is the union of all coordinates and 0, ascending, and says where each of them is", (lists) => {
    const { coordinates, compact } = setOf(lists);
    expect([...coordinates]).toEqual([...new Set([0, ...lists.flat()])].sort((a, b) => a - b));
    expect(Array.from(compact, (a) => coordinates[a])).toEqual(lists.flat());
  });

  // One far coordinate puts all others into one bucket.
  test("of many coordinates close together beside one far away", () => {
    const close = Float64Array.from({ length: 200 }, (_, e) => (e * 77) % 200);
    const { coordinates, compact } = activeSetOf(Float64Array.of(...close, 2 ** 50));
    expect([...coordinates]).toEqual([...new Array(200).keys(), 2 ** 50]);
    expect([...compact]).toEqual([...close, 200]);
  });
});

describe("compactsOf", () => {
  test.prop([supports, coordinate])("finds every active coordinate and no other", (lists, other) => {
    const { coordinates } = setOf(lists);
    coordinates.forEach((k, a) => {
      expect(compactsOf(coordinates)(k)).toBe(a);
    });
    expect(compactsOf(coordinates)(other)).toBe(coordinates.indexOf(other));
  });
});

describe("allCoordinates", () => {
  test.prop([fc.nat(40)])("is 0, 1, ..., d-1", (d) => {
    expect([...allCoordinates(d)]).toEqual([...new Array(d).keys()]);
  });
});
