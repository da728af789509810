import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { featureThreshold, featureThresholds } from "../../../../src/bounds/thresholds/feature/featureThreshold.ts";
import { activeStartOf, drawActiveStart } from "../../../../src/data/activeStart.ts";
import { drawStart, startFromFile } from "../../../../src/data/start.ts";
import { signsgd } from "../../../../src/optimizers/signsgd.ts";
import { networkOf } from "../../../../src/setting/network.ts";
import { batchGradient } from "../../../../src/sim/gradient.ts";
import { disjointSettings, seeds, spelledStarts } from "../../../helpers/arbitraries.ts";
import { loaded } from "../../../helpers/model.ts";

const network = { name: "cnn", neurons: 2, q: 3 } as const;

describe("featureThreshold", () => {
  test.prop([
    fc.integer({ min: 3, max: 8 }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
    fc.double({ min: 1e-3, max: 10, noNaN: true }),
  ])("is where the drift (p/2) q U^(q-1) - lambda U changes sign", (q, p, U) => {
    const drift = (lambda: number) => (p / 2) * q * U ** (q - 1) - lambda * U;
    const threshold = featureThreshold(q, p, U);
    expect(drift(threshold * (1 - 1e-12))).toBeGreaterThan(0);
    expect(drift(threshold * (1 + 1e-12))).toBeLessThan(0);
  });
});

describe("featureThresholds", () => {
  it("has the values that a hand computes", () => {
    // Labels +1, +1, -1, so p = 2/3, 1/3. Class +1 has w[1] = -1/2, 1/4: U = 1/4 of neuron 1, lambda = 3/2 * 2/3 * 1/4 = 1/4.
    // Class -1 has w[1] = 1/2, 0: -w[1] is nowhere positive, so U = 0.
    const start = startFromFile({
      labels: [1, 1, -1],
      noisePatches: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      weights: [
        [
          [-0.5, 0],
          [0.25, 0],
        ],
        [
          [0.5, 0],
          [0, 0],
        ],
      ],
    });
    const { "+1": plus, "-1": minus } = featureThresholds(network, start);
    expect(plus).toMatchObject({ classShare: 2 / 3, signal: 0.25, neuron: 1, threshold: 0.25 });
    expect(minus).toMatchObject({ classShare: 1 / 3, signal: 0, neuron: 0, threshold: 0, firstStep: 0 });
    // No neuron sees noise here. On y = +1, F_{+1} = 1/64 and F_{-1} = 1/8: residual 1/(1 + e^(-7/64)), in place of 1/2.
    expect(plus.firstStep).toBeCloseTo((2 / 3) * 3 * 0.25 * (1 / (1 + Math.exp(-7 / 64))), 14);
  });

  test.prop([spelledStarts({ network: "cnn" }), fc.integer({ min: -20, max: 20 })])(
    "firstStep: above it no positive feature grows under SignSGD, which takes the signs that Adam's first step has; below it one does",
    (spelled, exponent) => {
      const { net, examples, weights } = loaded(spelled);
      const gradient = batchGradient(net, weights, examples, [...examples.labels.keys()]);
      const thresholds = featureThresholds(net, { examples, weights });
      for (const [j, name] of [
        [1, "+1"],
        [-1, "-1"],
      ] as const) {
        const { firstStep } = thresholds[name];
        const lambda =
          firstStep === 0 ? 2 ** exponent : firstStep * (1 + Math.sign(exponent) * 2 ** -Math.abs(exponent) * 0.5);
        if (lambda === firstStep) continue;
        const hyper = { lr: 2 ** -20, weightDecay: lambda, convention: "pytorch" } as const;
        const after = signsgd.update(hyper, signsgd.init(weights.slice()), gradient).weights;
        const lanes = Array.from({ length: net.neurons }, (_, r) => (j === 1 ? r : net.neurons + r));
        const grown = lanes.some((lane) => {
          const before = j * (weights[lane] as number);
          return before > 0 && j * (after[lane] as number) > before;
        });
        expect(grown).toBe(lambda < firstStep);
      }
    },
  );

  test.prop([spelledStarts({ network: "cnn", alpha: 0.25 })])(
    "firstStep exceeds threshold by no more than the largest residual over 1/2: feature noise only takes away",
    (spelled) => {
      const { net, examples, weights } = loaded(spelled);
      const thresholds = featureThresholds(net, { examples, weights });
      // Residuals are below 1, twice 1/2; 100 roundings at most in sums of 8 examples.
      for (const { threshold, firstStep } of Object.values(thresholds))
        expect(firstStep).toBeLessThanOrEqual(2 * threshold * (1 + 2 ** -40));
    },
  );

  test.prop([disjointSettings, seeds])("is the same on the active coordinates and in full", (setting, seed) => {
    const net = networkOf("cnn", setting);
    const start = drawStart(setting, net, seed);
    const active = featureThresholds(net, drawActiveStart(setting, net, seed));
    expect(active).toEqual(featureThresholds(net, start));
    expect(active).toEqual(featureThresholds(net, activeStartOf(start, setting.d)));
  });
});
