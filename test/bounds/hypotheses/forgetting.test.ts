import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { forgetting } from "../../../src/bounds/hypotheses/forgetting.ts";

describe("forgetting", () => {
  test("is, at eps = 1e-8 and the papers' betas, what one computes by hand", () => {
    // ln(1e8) = 18.420681, -ln 0.9 = 0.10536052: 174.834. 2 ln(2e9) = 2 * 21.416413, -ln 0.999 = 0.0010005003: 42811.4.
    const { firstMoment, secondMoment } = forgetting(0.9, 0.999, 1e-8, 5e-10);
    expect(firstMoment).toBeCloseTo(174.834, 2);
    expect(secondMoment).toBeCloseTo(42811.4, 0);
    // (0.9, 0.99): -ln 0.99 = 0.010050336: 4261.8.
    expect(forgetting(0.9, 0.99, 1e-8, 5e-10).secondMoment).toBeCloseTo(4261.8, 0);
  });

  test.prop([fc.double({ min: 0.1, max: 0.9999, noNaN: true }), fc.double({ min: 1e-12, max: 0.5, noNaN: true })])(
    "is where the memory passes its target",
    (b, target) => {
      const { firstMoment, secondMoment } = forgetting(b, b, target, target);
      // b^t = target to the relative error of t log b, at most 30 ulps of 30.
      expect(b ** firstMoment / target).toBeCloseTo(1, 10);
      expect(b ** (secondMoment / 2) / target).toBeCloseTo(1, 10);
    },
  );

  test("never comes for a target of 0, has come for one of 1, and takes a step without memory", () => {
    expect(forgetting(0.9, 0.999, 0, 0)).toEqual({
      firstMoment: Number.POSITIVE_INFINITY,
      secondMoment: Number.POSITIVE_INFINITY,
    });
    expect(forgetting(0.9, 0.999, 1, 2)).toEqual({ firstMoment: 0, secondMoment: 0 });
    expect(forgetting(0, 0, 1e-8, 1e-8)).toEqual({ firstMoment: 1, secondMoment: 2 });
  });
});
