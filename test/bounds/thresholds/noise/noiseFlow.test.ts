import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { flowThreshold } from "../../../../src/bounds/thresholds/noise/noiseFlow.ts";
import { type NoisePair, noisePair, response, startPull } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { noiseThreshold } from "../../../../src/bounds/thresholds/noise/noiseThreshold.ts";
import { drawActiveStart } from "../../../../src/data/activeStart.ts";
import { networkOf } from "../../../../src/setting/network.ts";
import { pairs } from "./pairs.ts";

/** (q/(2n)) (q-1)^(q-1)/(q-2)^(q-2) Z^(q-2) Xi at one time, Z and Xi by their definitions. */
function valueAt({ noise, weights, featureNoise, signal }: NoisePair, q: number, n: number, tau: number): number {
  const left = (xi: number, w: number) => xi * Math.sign(w) * Math.max(Math.abs(w) - tau, 0);
  const z = noise.reduce((sum, xi, k) => sum + left(xi, weights[k] as number), left(featureNoise, signal));
  const atRest = noise.reduce((sum, xi, k) => sum + (Math.abs(weights[k] as number) <= tau ? xi * xi : 0), 0);
  return (q / (2 * n)) * ((q - 1) ** (q - 1) / (q - 2) ** (q - 2)) * Math.max(z, 0) ** (q - 2) * atRest;
}

describe("flowThreshold", () => {
  it("has the value that a hand computes", () => {
    // zeta = (1, 2), w = (3, 1), and w[1] = 2 with feature noise -1: Z = (3 - tau)_+ + 2 (1 - tau)_+ - (2 - tau)_+.
    // At tau = 1: Z = 2 - 1 = 1, Xi = 4. At tau = 2: Z = 1, Xi = 4. At 3: 0. q = 4, n = 2: (4/4) * 27/4 * 1^2 * 4 = 27.
    const pair = { noise: Float64Array.of(1, 2), weights: Float64Array.of(3, 1), featureNoise: -1, signal: 2 };
    expect(flowThreshold(pair, 4, 2)).toBe(27);
  });

  test.prop([
    pairs,
    fc.integer({ min: 3, max: 6 }),
    fc.integer({ min: 1, max: 4 }),
    fc.array(
      fc.integer({ min: 0, max: 2 ** 12 }).map((k) => k / 2 ** 12),
      { maxLength: 20 },
    ),
  ])("is the maximum over all times", (pair, q, n, times) => {
    const threshold = flowThreshold(pair, q, n);
    // Sums of ten-bit numbers are exact; the powers and products carry a few roundings.
    for (const tau of times) expect(valueAt(pair, q, n, tau)).toBeLessThanOrEqual(threshold * (1 + 1e-14));
    const bends = [...pair.weights, pair.signal].map((w) => valueAt(pair, q, n, Math.abs(w)));
    expect(Math.max(...bends)).toBeGreaterThanOrEqual(threshold * (1 - 1e-14));
  });

  test.prop([fc.integer({ min: 3, max: 6 }), fc.integer({ min: 50, max: 400 })])(
    "is noiseThreshold where the noise sits on the large weights as much as on the small: its mean path",
    (q, half) => {
      // |w| at the midpoints of a grid in (0, 1), zeta = +-1 with w zeta > 0 for a share 1/2 + 1/8 of equal weights each: signs in a pattern of 8,
      // so Z(tau) is a multiple of the integral of (|w| - tau)_+, (1-tau)^2, and Xi of tau. Not the normal's path: Z = x (1-tau)^2, Xi = |zeta|^2 tau.
      const pattern = [1, 1, 1, 1, 1, -1, -1, -1];
      const sizes = Array.from({ length: half }, (_, k) => (k + 0.5) / half);
      const pair = {
        noise: Float64Array.from(sizes.flatMap(() => pattern)),
        weights: Float64Array.from(sizes.flatMap((w) => pattern.map(() => w))),
        featureNoise: 0,
        signal: 0,
      };
      // max of (1-tau)^(2(q-2)) tau, at tau = 1/(2q-3), by hand:
      const best = ((2 * q - 4) / (2 * q - 3)) ** (2 * q - 4) / (2 * q - 3);
      const expected =
        noiseThreshold(q, 1, response(pair), 8 * half) * ((q - 1) ** (q - 1) / (q - 2) ** (q - 2)) * best;
      // A grid of `half` points: Xi and Z are within 1/half of their integrals, relative to tau >= 1/9 there.
      expect(Math.abs(flowThreshold(pair, q, 1) / expected - 1)).toBeLessThan((2 * q + 9) / half);
    },
  );
});

/** Sign descent on one pair, residual 1/2, in steps of eta that stop at the point of rest; whether x runs away. */
function memorizes(pair: NoisePair, q: number, n: number, lambda: number, eta: number): boolean {
  const weights = pair.weights.slice();
  const start = response(pair);
  for (;;) {
    const x = response({ ...pair, weights });
    if (x > 3 * start) return true;
    if (x < start / 50) return false;
    const a = startPull(q, n, x);
    weights.forEach((w, k) => {
      const distance = (a * (pair.noise[k] as number)) / lambda - w;
      weights[k] = w + Math.sign(distance) * Math.min(eta, Math.abs(distance));
    });
  }
}

describe("the flow of signs", () => {
  // s large, since points of rest count as small; no feature noise.
  const [s, q, n, m, sigma0] = [1600, 3, 4, 10, 0.01];
  const setting = {
    n,
    d: 1e9,
    s,
    sigmaP: 1 / 40,
    alpha: 0,
    m,
    q,
    sigma0,
    labels: "balanced",
    supports: "disjoint",
  } as const;
  const network = networkOf("cnn", setting);

  it.each([1, 2, 3])("memorizes a tenth below flowThreshold and forgets a tenth above it, seed %d", (seed) => {
    const start = drawActiveStart(setting, network, seed);
    const leading = Array.from({ length: m }, (_, r) => noisePair(network, start, 0, r)).reduce((best, pair) =>
      response(pair) > response(best) ? pair : best,
    );
    const threshold = flowThreshold(leading, q, n);
    // The points of rest that the formula neglects are of size x/|zeta|^2 |zeta[k]|, 2/sqrt(s) = 5% of a weight.
    expect(memorizes(leading, q, n, 0.9 * threshold, sigma0 / 200)).toBe(true);
    expect(memorizes(leading, q, n, 1.1 * threshold, sigma0 / 200)).toBe(false);
  });
});
