import { describe, expect, it } from "vitest";
import { point } from "../../src/interval/interval.ts";
import { log } from "../../src/interval/log.ts";
import { read } from "./intervals.ts";

describe("logarithms", () => {
  it.each([
    ["empty", "empty"],
    ["entire", "entire"],
    ["[-2, -1]", "empty"],
    ["[-2, 0]", "empty"],
    ["[0, 0]", "empty"],
    ["[-inf, 0]", "empty"],
    ["[1, 1]", "[0, 0]"],
    ["[0, 1]", "[-inf, 0]"],
    ["[-3, 1]", "[-inf, 0]"],
    ["[1, inf]", "[0, inf]"],
    ["[0, inf]", "entire"],
  ])("of %s are %s", (x, expected) => {
    expect(log(read(x))).toEqual(read(expected));
  });

  it("of 2 are ln 2, known to a few ulps", () => {
    // ln 2 = 0.693147180559945309..., between the doubles ...94528 and ...94540.
    const { lo, hi } = log(point(2));
    expect(lo).toBeLessThanOrEqual(0.6931471805599453);
    expect(hi).toBeGreaterThanOrEqual(0.6931471805599454);
    expect(hi - lo).toBeLessThanOrEqual(8 * 2 ** -53);
  });

  it("keep the sign next to 1", () => {
    expect(log(point(1 + 2 ** -52)).lo).toBeGreaterThan(0);
    expect(log(point(1 - 2 ** -53)).hi).toBeLessThan(0);
  });
});
