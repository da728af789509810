import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { failingDecay } from "../../../../src/bounds/thresholds/feature/failingDecay.ts";
import { signalGradient } from "../../../../src/bounds/thresholds/feature/signalBalance.ts";
import { signalFixedPoints } from "../../../../src/bounds/thresholds/feature/signalFixedPoints.ts";
import { startFromFile } from "../../../../src/data/start.ts";
import { adamw } from "../../../../src/optimizers/adamw.ts";
import { batchGradient } from "../../../../src/sim/gradient.ts";
import { balances } from "./balances.ts";

const shares = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe("signalFixedPoints", () => {
  test.prop([balances, shares])("are the only sign changes of g/(g + eps) - lambda u", (balance, share) => {
    const lambda = share * failingDecay(balance);
    const points = signalFixedPoints(balance, lambda);
    expect(points).toBeDefined();
    const { unstable, stable } = points as NonNullable<typeof points>;
    const drift = (u: number) => {
      const g = signalGradient(balance, u);
      return g / (g + balance.eps) - lambda * u;
    };
    // A grid that is geometric in u, from far below the one to far above the other; the roots are right to the rounding of the drift.
    for (let u = unstable / 100; u < 10 * stable; u *= 1.02) {
      if (Math.min(Math.abs(u / unstable - 1), Math.abs(u / stable - 1)) < 1e-9) continue;
      expect(Math.sign(drift(u))).toBe(u > unstable && u < stable ? 1 : -1);
    }
  });

  test.prop([balances, fc.double({ min: 1.001, max: 100, noNaN: true })])(
    "are not there above failingDecay",
    (balance, factor) => {
      expect(signalFixedPoints(balance, factor * failingDecay(balance))).toBeUndefined();
    },
  );

  it("without eps are 0 and 1/lambda, where neurons stay together", () => {
    const balance = { q: 3, classShare: 0.5, activeNeurons: 4, eps: 0 };
    expect(signalFixedPoints(balance, 0.25)).toEqual({ unstable: 0, stable: 4, together: true });
  });
});

describe("AdamW on the feature alone", () => {
  /** Two examples without noise, class +1 with the given features, class -1 with none; the features after time `reach`/(eta lambda) steps. */
  function train(features: readonly number[], q: number, eps: number, lambda: number, reach: number): number[] {
    const m = features.length;
    const weights = [features.map((u) => [u, 0]), features.map(() => [0, 0])];
    const labels = [1, -1];
    const start = startFromFile({ labels, noisePatches: labels.map(() => [0, 1]), weights });
    const hyper = { lr: 1e-3 / lambda, weightDecay: lambda, betas: [0.9, 0.99], eps, convention: "pytorch" } as const;
    let at = adamw.init(start.weights);
    for (let t = 0; t < reach / 1e-3; t++) {
      const gradient = batchGradient({ name: "cnn", neurons: m, q }, at.weights, start.examples, [0, 1]);
      at = adamw.update(hyper, at, gradient);
    }
    return [...at.weights.subarray(0, m)];
  }
  const balance = { q: 3, classShare: 0.5, activeNeurons: 1, eps: 0.01 };
  const points = (lambda: number, activeNeurons = 1) =>
    signalFixedPoints({ ...balance, activeNeurons }, lambda) as NonNullable<ReturnType<typeof signalFixedPoints>>;

  it("goes to the stable fixed point from 5% above the unstable one, and to 0 from 5% below", () => {
    const { unstable, stable } = points(2);
    // Stable: contraction by e^-15 (its rate is eta lambda times a number of order 1); and the mean of a cycle of length 1 moves by O(eta).
    expect((train([1.05 * unstable], 3, 0.01, 2, 20)[0] as number) / stable).toBeCloseTo(1, 3);
    expect(train([0.95 * unstable], 3, 0.01, 2, 20)[0]).toBeLessThan(unstable / 100);
  });

  it("keeps three neurons together where lambda u > 1/2, and leaves one where it is below", () => {
    const high = points(2, 3);
    expect(high.together).toBe(true);
    for (const u of train([0.2, 0.3, 0.4], 3, 0.01, 2, 30)) expect(u / high.stable).toBeCloseTo(1, 3);
    expect(points(0.1, 3).together).toBe(false);
    const [least, middle, largest] = train([0.2, 0.3, 0.4], 3, 0.01, 0.1, 20).sort((a, b) => a - b) as [
      number,
      number,
      number,
    ];
    expect(largest / points(0.1).stable).toBeCloseTo(1, 3);
    expect(Math.max(least, middle)).toBeLessThan(0.01);
  });
});
