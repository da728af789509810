import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { recoveryTime } from "../../../../src/bounds/thresholds/feature/recoveryTime.ts";

const setting = { alpha: 0.25, q: 3, n: 60, s: 16, sigmaP: 0.25 };

describe("the time of recovery", () => {
  it("is as derived", () => {
    // alpha^(3/2) = 1/8; |zeta|^2 = 1; log(3/(60 lambda)) = 2 at lambda = e^-2/20; W = 2: (1/8)^(1/3) = 1/2.
    expect(recoveryTime(setting, Math.exp(-2) / 20, 2)).toBeCloseTo(0.5, 12);
  });

  it("is never without a winner, and at once where no residual rests", () => {
    expect(recoveryTime(setting, 0.01, 0)).toBe(Infinity);
    expect(recoveryTime(setting, 0.05, 0)).toBe(0);
  });

  test.prop([fc.double({ min: 1e-8, max: 0.04, noNaN: true }), fc.integer({ min: 1, max: 20 })])(
    "falls as lambda or the winners grow",
    (lambda, winners) => {
      expect(recoveryTime(setting, 1.1 * lambda, winners)).toBeLessThan(recoveryTime(setting, lambda, winners));
      expect(recoveryTime(setting, lambda, winners + 1)).toBeLessThan(recoveryTime(setting, lambda, winners));
    },
  );
});
