import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { EMPTY, ENTIRE } from "../../src/interval/interval.ts";
import { convexHull, intersection, isEmpty, isEntire, isMember, subset } from "../../src/interval/sets.ts";
import { intervals, numbers, read } from "./intervals.ts";

const anyNumber = fc.oneof(numbers, fc.constantFrom(0, 1, Infinity, -Infinity, NaN));

describe("sets of numbers", () => {
  test.prop([intervals, intervals, anyNumber], { numRuns: 1000 })("are told by their members", (x, y, m) => {
    const [inX, inY] = [isMember(m, x), isMember(m, y)];
    expect(inX).toBe(Number.isFinite(m) && m >= x.lo && m <= x.hi);
    expect(isMember(m, intersection(x, y))).toBe(inX && inY);
    if (inX || inY) expect(isMember(m, convexHull(x, y))).toBe(true);
    if (subset(x, y) && inX) expect(inY).toBe(true);
    if (isEmpty(x)) expect(inX).toBe(false);
    if (isEntire(x)) expect(inX).toBe(Number.isFinite(m));
  });

  test.prop([intervals, intervals])("have the largest set below both and the least above both", (x, y) => {
    const [both, either] = [intersection(x, y), convexHull(x, y)];
    expect([subset(both, x), subset(both, y), subset(x, either), subset(y, either)]).toEqual([true, true, true, true]);
    // No larger intersection and no smaller hull: their ends are ends of x or y.
    const ends = [x.lo, x.hi, y.lo, y.hi, Infinity, -Infinity];
    expect([both.lo, both.hi, either.lo, either.hi].every((end) => ends.includes(end))).toBe(true);
    if (subset(x, y)) expect([both, either]).toEqual([x, y]);
  });

  it.each([
    ["empty", "empty", true, "empty", "empty"],
    ["empty", "[1, 2]", true, "empty", "[1, 2]"],
    ["[1, 2]", "empty", false, "empty", "[1, 2]"],
    ["[1, 2]", "entire", true, "[1, 2]", "entire"],
    ["entire", "[1, inf]", false, "[1, inf]", "entire"],
    ["[1, 2]", "[2, 3]", false, "[2, 2]", "[1, 3]"],
    ["[1, 2]", "[3, 4]", false, "empty", "[1, 4]"],
    ["[1, 2]", "[0, 2]", true, "[1, 2]", "[0, 2]"],
    ["[-inf, 0]", "[0, inf]", false, "[0, 0]", "entire"],
  ])("%s in %s: %s; they share %s and span %s", (a, b, inside, shared, spanned) => {
    const [x, y] = [read(a), read(b)];
    expect(subset(x, y)).toBe(inside);
    expect(intersection(x, y)).toEqual(read(shared));
    expect(convexHull(x, y)).toEqual(read(spanned));
  });

  it("are empty or entire only if they are", () => {
    expect([EMPTY, ENTIRE, read("[0, 0]"), read("[0, inf]"), read("[-inf, 0]")].map(isEmpty)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([EMPTY, ENTIRE, read("[-max, max]"), read("[0, inf]"), read("[-inf, 0]")].map(isEntire)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});
