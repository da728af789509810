import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { flush, TINY, TINY_SQUARE } from "../../src/numeric/flush.ts";

describe("flush", () => {
  it("has the thresholds 2^-500 and its square", () => {
    expect(TINY).toBe(2 ** -500);
    expect(TINY_SQUARE).toBe(TINY * TINY);
  });

  test.prop([fc.double()])("changes nothing but numbers below the limit, which become +0", (x) => {
    expect(flush(x, TINY)).toBe(Math.abs(x) < TINY ? 0 : x);
  });

  it("keeps the limit itself, NaN and infinities", () => {
    expect([TINY, -TINY, Number.NaN, -Infinity].map((x) => flush(x, TINY))).toEqual([
      TINY,
      -TINY,
      Number.NaN,
      -Infinity,
    ]);
  });
});
