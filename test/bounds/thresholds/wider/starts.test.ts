import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { featureThresholds } from "../../../../src/bounds/thresholds/feature/featureThreshold.ts";
import { noisePair, response } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { noiseThresholds } from "../../../../src/bounds/thresholds/noise/noiseThresholds.ts";
import { problemOf } from "../../../../src/dynamics/problem.ts";
import { parseDynamics } from "../../../../src/dynamics/run.ts";

const NOISES = ["gaussian", "rademacher", "uniform", "laplace"] as const;
const model = fc.record({
  mu: fc.double({ min: 0.3, max: 3, noNaN: true }),
  featureSupport: fc.integer({ min: 1, max: 5 }),
  patches: fc.integer({ min: 2, max: 5 }),
  noise: fc.constantFrom(...NOISES),
  flip: fc.constantFrom(0, 0.2),
  outputScale: fc.constantFrom("1", "1/m"),
  secondLayer: fc.constantFrom("fixed", "trained"),
  q: fc.constantFrom(2, 2.5, 3, 4),
  seed: fc.integer({ min: 1, max: 1000 }),
});

const startOf = ({ seed, ...keys }: object & { seed: number }, alpha: number) =>
  problemOf(
    parseDynamics({
      setting: {
        n: 6,
        d: 500,
        s: 3,
        sigmaP: 0.5,
        alpha,
        m: 3,
        sigma0: 1e-3,
        labels: "balanced",
        supports: "disjoint",
        ...keys,
      },
      optimizer: { name: "adam", lr: 0.1 },
      ...{ batchSize: 6, epochs: 1, seed },
    }),
  );

describe("thresholds of a start in wider models", () => {
  test.prop([model])("of the feature are the first step's gradient along v where nothing else pulls", (given) => {
    const { network, start } = startOf(given, 0);
    for (const { threshold, firstStep, classShare } of Object.values(featureThresholds(network, start))) {
      // The gradient is that of the training itself; residuals are 1/2 up to the margin, of size P m (3 sigma0)^q <= 15 (0.003)^2 mu^2.
      if (classShare > 0) expect(Math.abs(firstStep - threshold)).toBeLessThanOrEqual(2e-3 * threshold);
      // Where more of the class's patches are seen as the other, it is pushed down at every weight decay.
      else expect([threshold, firstStep]).toEqual([0, 0]);
    }
  });

  test.prop([model])("of the noise are one a patch, of the neuron that sees it best", (given) => {
    const { network, start } = startOf(given, 0.3);
    const { mean } = noiseThresholds(network, start);
    const { labels, rows, values, coordinates } = start.examples;
    const each = given.patches - 1;
    expect(mean).toHaveLength(6 * each);
    mean.forEach((found, patch) => {
      const own = Array.from({ length: 3 }, (_, r) => {
        const lane = (labels[Math.floor(patch / each)] === 1 ? 0 : 3) + r;
        let [seen, square] = [0, 0];
        for (let e = rows[patch] as number; e < (rows[patch + 1] as number); e++) {
          const [c, xi] = [coordinates[e] as number, values[e] as number];
          seen += xi * (start.weights[c * 6 + lane] as number);
          if (c >= given.featureSupport) square += xi * xi;
        }
        expect(response(noisePair(network, start, patch, r))).toBeCloseTo(seen, 12);
        return seen > 0 ? (given.q / 12) * seen ** (given.q - 2) * square : 0;
      });
      const scale = given.outputScale === "1/m" ? 1 / 3 : 1;
      expect(found).toBeCloseTo(scale * Math.max(...own), 12);
    });
  });
});
