import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { farthest, kolmogorov } from "../../../../proofs-check/support/evidence/kolmogorov.ts";
import { normalQuantile } from "../../../../src/numeric/normalQuantile.ts";

describe("kolmogorov", () => {
  it("is what a hand computes", () => {
    // One value at the median: F jumps from 0 to 1 where Phi = 1/2.
    expect(kolmogorov([0])).toBe(0.5);
    // All values far to the right: F is still 0 where Phi is 1.
    expect(kolmogorov([9, 10])).toBeCloseTo(1, 15);
  });

  test.prop([fc.integer({ min: 1, max: 500 })])("is 1/(2N) for the N middle quantiles", (N) => {
    // F jumps by 1/N, with Phi half way.
    const sample = Array.from({ length: N }, (_, k) => normalQuantile((k + 0.5) / N));
    expect(kolmogorov(sample)).toBeCloseTo(0.5 / N, 13);
  });

  it("is bounded as Massart has it", () => {
    // 2 exp(-2 200 e^2) = 0.01: e^2 = ln 200/400.
    expect(farthest(200, 0.01)).toBeCloseTo(Math.sqrt(Math.log(200) / 400), 14);
  });
});
