import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { activeSetOf, allCoordinates, compactsOf } from "../../src/data/activeSet.ts";

const coordinate = fc.oneof(fc.nat(30), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const supports = fc.array(fc.uniqueArray(coordinate, { maxLength: 8 }), { maxLength: 6 });
const setOf = (lists: number[][]) =>
  activeSetOf(
    lists.map((list) => ({ label: 1, coordinates: Float64Array.from(list), values: new Float64Array(list.length) })),
  );

describe("activeSetOf", () => {
  test.prop([supports])("is the union of all coordinates and 0, ascending", (lists) => {
    expect([...setOf(lists)]).toEqual([...new Set([0, ...lists.flat()])].sort((a, b) => a - b));
  });
});

describe("compactsOf", () => {
  test.prop([supports, coordinate])("finds every active coordinate and no other", (lists, other) => {
    const coordinates = setOf(lists);
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
