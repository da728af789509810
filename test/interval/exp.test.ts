import { describe, expect, it } from "vitest";
import { exp } from "../../src/interval/exp.ts";
import { point } from "../../src/interval/interval.ts";
import { read } from "./intervals.ts";

describe("exponentials", () => {
  it.each([
    ["empty", "empty"],
    ["entire", "[0, inf]"],
    ["[0, 0]", "[1, 1]"],
    ["[-inf, 0]", "[0, 1]"],
    ["[0, inf]", "[1, inf]"],
    // Above 1 for a > 0 and below it for a < 0, however close.
    ["[tiny, tiny]", "[1, 1.0000000000000009]"],
    ["[-tiny, -tiny]", "[0.9999999999999996, 1]"],
    // Beyond the largest double e^709.78, 4 steps down from Infinity: MAX - 3 spacings of 2^971, 1.79769313486231571e308 - 5.99e292.
    ["[1000, inf]", "[1.7976931348623151e308, inf]"],
    // Below half of the least: 4 steps from 0.
    ["[-inf, -1000]", "[0, 2e-323]"],
  ])("of %s are %s", (x, expected) => {
    expect(exp(read(x))).toEqual(read(expected));
  });

  it("of 1 are e, known to a few ulps", () => {
    // e = 2.718281828459045235..., between the doubles ...04509 and ...04554.
    const { lo, hi } = exp(point(1));
    expect(lo).toBeLessThanOrEqual(2.718281828459045);
    expect(hi).toBeGreaterThanOrEqual(2.7182818284590455);
    expect(hi - lo).toBeLessThanOrEqual(8 * 2 ** -51);
  });
});
