import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { steadyTraining } from "../../../../src/bounds/thresholds/feature/steadyTraining.ts";

describe("steadyTraining", () => {
  it("is what one computes by hand", () => {
    // q = 3: (1 - 0.9)/(10 * 2) = 0.005 a step, 50/0.005 steps; q = 5: half of it, twice as many.
    expect(steadyTraining(3, 100).lr).toBeCloseTo(5e-5, 15);
    expect(steadyTraining(3, 100).epochs).toBe(10000);
    expect(steadyTraining(5, 100).lr).toBeCloseTo(2.5e-5, 15);
    expect(steadyTraining(5, 100).epochs).toBe(20000);
  });

  test.prop([fc.integer({ min: 3, max: 100 }), fc.double({ min: 1e-6, max: 1e9, noNaN: true })])(
    "gives sec the time to follow a gradient that decays with its feature, and decay the time to undo it",
    (q, weightDecay) => {
      const {
        lr,
        betas: [b1, b2],
        epochs,
      } = steadyTraining(q, weightDecay);
      const decay = lr * weightDecay;
      // In the limit sec/g^2 = (1-b2)/(1 - b2 e^(2 (q-1) decay)), within 1/(1 - 1/5) of 1 but for second order in 1-b2.
      const lag = (1 - b2) / (1 - b2 * Math.exp(2 * (q - 1) * decay));
      expect(lag).toBeGreaterThan(1);
      expect(lag).toBeLessThan(1.25 * (1 + (1 - b2)));
      expect(b1 * b1).toBeLessThan(b2);
      // Rounding the steps changes their number by half of one, in thousands.
      expect(epochs * decay).toBeCloseTo(50, 1);
    },
  );
});
