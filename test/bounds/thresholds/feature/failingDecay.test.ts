import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { failingDecay, smallFailingDecay } from "../../../../src/bounds/thresholds/feature/failingDecay.ts";
import { peakSignal } from "../../../../src/bounds/thresholds/feature/signalBalance.ts";
import { signalFixedPoints } from "../../../../src/bounds/thresholds/feature/signalFixedPoints.ts";
import { balances } from "./balances.ts";

const shares = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("failingDecay", () => {
  test.prop([balances, fc.double({ min: 0.05, max: 3, noNaN: true }), shares])(
    "of a start: below it the start is above the unstable fixed point, above it it is not",
    (balance, size, share) => {
      const from = size * peakSignal(balance);
      const threshold = failingDecay(balance, from);
      expect((signalFixedPoints(balance, share * threshold) as { unstable: number }).unstable).toBeLessThan(from);
      const above = signalFixedPoints(balance, threshold / share);
      if (above) expect(above.unstable).toBeGreaterThan(from);
    },
  );

  test.prop([balances])("is below the closed form, by at most M u*^q/2 of it", (balance) => {
    const { q, classShare, activeNeurons, eps } = balance;
    // Lambda grows with l <= 1/2, and is at least 2 l times that of 1/2; 1 - 2 l = tanh(M u^q/2) <= M u^q/2, at the closed form's own u*.
    const peak = (((q - 2) * eps * 2) / (q * classShare)) ** (1 / (q - 1));
    const ratio = failingDecay(balance) / smallFailingDecay(balance);
    expect(ratio).toBeLessThan(1 + 1e-13);
    expect(ratio).toBeGreaterThan(1 - (activeNeurons * peak ** q) / 2 - 1e-13);
  });

  it("has the closed form's values that a hand computes", () => {
    // q = 3, p = 1/2, eps = 1e-8: c = 3/4, u* = sqrt(1e-8/0.75) = 1.1547e-4, lambda = 1/(2 u*) = 4330.127.
    expect(smallFailingDecay({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 1e-8 })).toBeCloseTo(4330.127018922193, 8);
    // q = 4, p = 1/2, eps = 1/2: c = 1, u* = (2 * 1/2)^(1/3) = 1, lambda = 2/3.
    expect(smallFailingDecay({ q: 4, classShare: 0.5, activeNeurons: 1, eps: 0.5 })).toBeCloseTo(2 / 3, 14);
  });
});
