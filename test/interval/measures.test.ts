import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { inf, mid, sup, wid } from "../../src/interval/measures.ts";
import { isEmpty, isMember } from "../../src/interval/sets.ts";
import { nextDown } from "../../src/numeric/nextUp.ts";
import { intervals, read } from "./intervals.ts";
import { judge } from "./judge.ts";

describe("measures of an interval", () => {
  test.prop([intervals], { numRuns: 1000 })("wid is the least double not below the width", (x) => {
    fc.pre(!isEmpty(x) && Number.isFinite(x.lo) && Number.isFinite(x.hi));
    const sideOf = judge("sub", x.hi, x.lo);
    expect(sideOf(wid(x))).toBeLessThanOrEqual(0);
    expect(wid(x) === 0 || sideOf(nextDown(wid(x))) > 0).toBe(true);
  });

  test.prop([intervals], { numRuns: 1000 })("mid is a member, and in the middle but for rounding", (x) => {
    fc.pre(!isEmpty(x));
    const m = mid(x);
    expect(isMember(m, x)).toBe(true);
    // The midpoint rounded: (lo + hi)/2 with relative error 2^-53, or 2^-1075 among subnormals, of a number no larger than the ends.
    const [half, size] = [m / 2 - x.lo / 4 - x.hi / 4, Math.max(Math.abs(x.lo), Math.abs(x.hi))];
    if (Number.isFinite(size)) expect(Math.abs(half)).toBeLessThanOrEqual(size * 2 ** -52 + 2 ** -1073);
  });

  it.each([
    ["empty", Infinity, -Infinity, NaN, NaN],
    ["entire", -Infinity, Infinity, Infinity, 0],
    ["[0, inf]", 0, Infinity, Infinity, Number.MAX_VALUE],
    ["[-inf, 2]", -Infinity, 2, Infinity, -Number.MAX_VALUE],
    ["[-max, max]", -Number.MAX_VALUE, Number.MAX_VALUE, Infinity, 0],
    ["[max, max]", Number.MAX_VALUE, Number.MAX_VALUE, 0, Number.MAX_VALUE],
    ["[tiny, tiny]", 5e-324, 5e-324, 0, 5e-324],
    ["[0, tiny]", 0, 5e-324, 5e-324, 0],
    ["[-tiny, 0]", -5e-324, 0, 5e-324, 0],
    ["[1, 4]", 1, 4, 3, 2.5],
    ["[-1e-300, 1]", -1e-300, 1, 1 + 2 ** -52, 0.5],
  ])("%s: from %d to %d, %d wide around %d", (text, low, high, width, middle) => {
    const x = read(text);
    expect([inf(x), sup(x), wid(x), mid(x)]).toEqual([low, high, width, middle]);
  });
});
