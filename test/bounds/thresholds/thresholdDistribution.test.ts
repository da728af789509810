import { describe, expect, it } from "vitest";
import { featureThresholds } from "../../../src/bounds/thresholds/feature/featureThreshold.ts";
import { noisePair, response } from "../../../src/bounds/thresholds/noise/noisePair.ts";
import { noiseThreshold } from "../../../src/bounds/thresholds/noise/noiseThreshold.ts";
import {
  featureThresholdMean,
  featureThresholdQuantile,
  noiseThresholdQuantile,
} from "../../../src/bounds/thresholds/thresholdDistribution.ts";
import { drawActiveStart } from "../../../src/data/activeStart.ts";
import { networkOf } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { hoeffding, mean, NORMAL_DEVIATES } from "../../helpers/statistics.ts";

const setting: Setting = {
  n: 6,
  d: 1e6,
  s: 4,
  sigmaP: 0.3,
  alpha: 0,
  m: 5,
  q: 4,
  sigma0: 0.1,
  labels: "balanced",
  supports: "disjoint",
};
const network = networkOf("cnn", setting);
const STARTS = 3000;
const starts = Array.from({ length: STARTS }, (_, seed) => drawActiveStart(setting, network, seed));
const share = (values: readonly number[], x: number) => values.filter((value) => value <= x).length / values.length;
const PROBABILITIES = [0.1, 0.5, 0.9, 0.99];

describe("the feature threshold over starts", () => {
  const drawn = starts.map((start) => featureThresholds(network, start)["-1"].threshold);

  it("has its quantiles", () => {
    for (const p of PROBABILITIES)
      expect(Math.abs(share(drawn, featureThresholdQuantile(setting, 0.5, p)) - p)).toBeLessThan(hoeffding(STARTS));
  });

  it("has its mean", () => {
    // U^2 of 5 normals: its standard deviation is estimated from the sample itself, 3000 of them are normal enough in the mean.
    const average = mean(drawn);
    const deviation = Math.sqrt(mean(drawn.map((value) => (value - average) ** 2)) / STARTS);
    expect(Math.abs(average - featureThresholdMean(setting, 0.5))).toBeLessThan(NORMAL_DEVIATES * deviation);
  });
});

describe("the noise threshold over starts", () => {
  // The threshold at the typical |zeta|^2: x_i/|zeta_i| is N(0, sigma0^2) whatever |zeta_i| is (alpha = 0).
  const typical = setting.s * setting.sigmaP * setting.sigmaP;
  const perStart = starts.map((start) =>
    [0, 2, 4].map((i) =>
      Math.max(
        ...Array.from({ length: setting.m }, (_, r) => {
          const pair = noisePair(network, start, i, r);
          const size = Math.hypot(...pair.noise);
          return noiseThreshold(setting.q, setting.n, (response(pair) * Math.sqrt(typical)) / size, typical);
        }),
      ),
    ),
  );

  it.each([
    ["one", 1, perStart.map((values) => values[0] as number)],
    ["least", 3, perStart.map((values) => Math.min(...values))],
    ["greatest", 3, perStart.map((values) => Math.max(...values))],
  ] as const)("has its quantiles: %s of %d", (which, examples, drawn) => {
    for (const p of PROBABILITIES)
      expect(Math.abs(share(drawn, noiseThresholdQuantile(setting, p, which, examples)) - p)).toBeLessThan(
        hoeffding(STARTS),
      );
  });
});
