import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { holdingDecay, peakSignal, signalGradient } from "../../../../src/bounds/thresholds/feature/signalBalance.ts";
import { startFromFile } from "../../../../src/data/start.ts";
import { batchGradient } from "../../../../src/sim/gradient.ts";
import { balances } from "./balances.ts";

describe("signalGradient", () => {
  test.prop([
    fc.integer({ min: 3, max: 6 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.double({ min: 0.05, max: 1.2, noNaN: true }),
  ])("is the network's gradient of coordinate 1 where its active neurons share u", (q, M, idle, others, u) => {
    // One example of class +1, `others` of class -1; class +1 has M neurons at u and some at 0, class -1 none that responds.
    const m = M + idle;
    const labels = [1, ...Array.from({ length: others }, () => -1)];
    const weights = [Array.from({ length: m }, (_, r) => [r < M ? u : 0, 0]), Array.from({ length: m }, () => [0, 0])];
    const start = startFromFile({ labels, noisePatches: labels.map(() => [0, 1]), weights });
    const gradient = batchGradient({ name: "cnn", neurons: m, q }, start.weights, start.examples, [...labels.keys()]);
    const expected = signalGradient({ q, classShare: 1 / labels.length, activeNeurons: M, eps: 0 }, u);
    // About 2q + 20 roundings; the residual multiplies the margin's relative error by the margin, at most 4 * 1.2^6 = 12.
    expect(Math.abs(-(gradient[0] as number) / expected - 1)).toBeLessThan(1e-13);
  });
});

describe("holdingDecay", () => {
  test.prop([balances, fc.double({ min: 0.01, max: 2, noNaN: true })])(
    "holds u: lambda u = g/(g + eps)",
    (balance, u) => {
      const g = signalGradient(balance, u);
      expect(holdingDecay(balance, u) * u).toBeCloseTo(g / (g + balance.eps), 14);
    },
  );

  test.prop([balances])("rises to peakSignal and falls from there", (balance) => {
    const peak = peakSignal(balance);
    // A geometric grid: neighbours differ by 1%, and near the peak the change is of second order, so 1e-13 covers rounding.
    for (let k = -300; k < 300; k++) {
      const [u, further] = [peak * 1.01 ** k, peak * 1.01 ** (k + 1)];
      const [one, next] = [holdingDecay(balance, u), holdingDecay(balance, further)];
      if (signalGradient(balance, further) === 0) continue;
      if (k < 0) expect(next).toBeGreaterThan(one * (1 - 1e-13));
      else expect(next).toBeLessThan(one * (1 + 1e-13));
    }
  });

  it("without eps is 1/u", () => {
    expect(holdingDecay({ q: 3, classShare: 0.5, activeNeurons: 1, eps: 0 }, 1e-200)).toBe(1e200);
  });
});
