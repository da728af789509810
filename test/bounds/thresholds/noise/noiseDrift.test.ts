import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { driftThreshold, noiseDrift } from "../../../../src/bounds/thresholds/noise/noiseDrift.ts";
import { type NoisePair, noisePair, response, startPull } from "../../../../src/bounds/thresholds/noise/noisePair.ts";
import { noiseThreshold } from "../../../../src/bounds/thresholds/noise/noiseThreshold.ts";
import { drawActiveStart } from "../../../../src/data/activeStart.ts";
import { networkOf } from "../../../../src/setting/network.ts";
import { spread } from "../../../helpers/spread.ts";
import { hoeffding } from "../../../helpers/statistics.ts";
import { pairs } from "./pairs.ts";

const pairOf = (noise: number[], weights: number[], featureNoise = 0, signal = 0): NoisePair => ({
  noise: Float64Array.from(noise),
  weights: Float64Array.from(weights),
  featureNoise,
  signal,
});

describe("driftThreshold", () => {
  it("has the values that a hand computes", () => {
    // zeta = (2, 1, -1), w = (1, 2, 1): x = 2 + 2 - 1 = 3, q = 3, n = 1: a = 3/2 * 9 = 13.5. Coordinate 2 turns at 13.5 * 1/2 = 6.75 and takes 2 from
    // D = 4; coordinate 1 turns at 13.5 * 2/1 = 27 and takes 4: from 2 to -2. Coordinate 3 has w against zeta, and never turns.
    const pair = pairOf([2, 1, -1], [1, 2, 1]);
    expect(driftThreshold(pair, 3, 1)).toBe(27);
    expect([0, 6.75, 20, 27, 28].map((lambda) => noiseDrift(pair, 3, 1, lambda))).toEqual([4, 3, 2, 0, -2]);
    // With zeta = (2, 1, -3): x = 1, D(infinity) = -2 - 1 + 3 = 0, reached when coordinate 1 turns at a * 2/1 = 3: D = 6, then 4 from 0.75 on, then 0.
    expect(driftThreshold(pairOf([2, 1, -3], [1, 2, 1]), 3, 1)).toBe(3);
    // zeta = (4, -1, -1, -1), w = (1, 1, 1, 0): x = 2; the coordinates against it hold 3 of |zeta|_1 = 7, so D(infinity) = -4 + 3 = -1.
    expect(driftThreshold(pairOf([4, -1, -1, -1], [1, 1, 1, 0]), 3, 1)).toBe(24);
    // zeta = (2, -1, -1, -1), w = (1, 1/4, 1/4, 1/4): D(infinity) = -2 + 3 > 0 for ever, though x > 0.
    expect(driftThreshold(pairOf([2, -1, -1, -1], [1, 0.25, 0.25, 0.25]), 3, 1)).toBe(Infinity);
    // Feature noise counts in x alone: x = 1 - 1 = 0, no pull at all.
    expect(driftThreshold(pairOf([1], [1], -1, 1), 3, 1)).toBe(0);
    // x = 1 by feature noise alone, and no noise that could drift.
    expect(driftThreshold(pairOf([0], [0], 1, 1), 3, 1)).toBe(0);
  });

  test.prop([pairs, fc.integer({ min: 3, max: 5 }), fc.integer({ min: 1, max: 4 })])(
    "is the last weight decay at which D_i is positive, by evaluating D_i everywhere that it changes",
    (pair, q, n) => {
      const a = startPull(q, n, response(pair));
      const threshold = driftThreshold(pair, q, n);
      const turns = [...pair.noise.keys()]
        .map((k) => (a * (pair.noise[k] as number)) / (pair.weights[k] as number))
        .filter((ratio) => ratio > 0 && ratio < Infinity)
        .sort((x, y) => x - y);
      // D_i is constant between the turns: one point between any two neighbours, and one beyond the last, see all of it.
      const between = [0, ...turns].map((turn, k) => (turn + (turns[k] ?? 2 * turn + 1)) / 2);
      for (const lambda of between.filter((value) => !turns.includes(value))) {
        if (a === 0) expect(threshold).toBe(0);
        else expect(noiseDrift(pair, q, n, lambda) > 0).toBe(lambda < threshold);
      }
    },
  );

  test.prop([pairs, spread(0, 10), spread(0, 10)])("D_i never grows with lambda", (pair, one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    if (response(pair) > 0) expect(noiseDrift(pair, 3, 1, high)).toBeLessThanOrEqual(noiseDrift(pair, 3, 1, low));
  });
});

describe("over random starts", () => {
  const [n, s, m] = [40, 1024, 10];
  const setting = {
    n,
    d: 1e9,
    s,
    sigmaP: 1 / 32,
    alpha: 0,
    m,
    q: 3,
    sigma0: 0.01,
    labels: "balanced",
    supports: "disjoint",
  } as const;
  const network = networkOf("cnn", setting);
  const drawn = [1, 2, 3, 4, 5].flatMap((seed) => {
    const start = drawActiveStart(setting, network, seed);
    return Array.from({ length: n * m }, (_, c) => noisePair(network, start, Math.floor(c / m), c % m));
  });
  const responding = drawn.filter((pair) => response(pair) > 0);

  it("D_i never turns in arccos(sqrt(2/pi))/pi = 0.206 of the pairs with x_i > 0", () => {
    // <w, zeta> and sum sgn(w) zeta are, for large s, normal with correlation E|N| = sqrt(2/pi): the angle between the half planes.
    // Berry-Esseen at s = 1024 leaves below 0.01.
    const share = responding.filter((pair) => driftThreshold(pair, 3, n) === Infinity).length / responding.length;
    const expected = Math.acos(Math.sqrt(2 / Math.PI)) / Math.PI;
    expect(Math.abs(share - expected)).toBeLessThan(hoeffding(responding.length) + 0.01);
  });

  it("D_i at noiseThreshold is as often positive as negative", () => {
    // Given x and zeta, w[k] is normal about x zeta[k]/|zeta|^2, its point of rest at this lambda; so D_i is symmetric about 0, whatever s.
    const positive = responding.filter((pair) => {
      const squared = pair.noise.reduce((sum, zeta) => sum + zeta * zeta, 0);
      return noiseDrift(pair, 3, n, noiseThreshold(3, n, response(pair), squared)) > 0;
    });
    expect(Math.abs(positive.length / responding.length - 0.5)).toBeLessThan(hoeffding(responding.length));
  });
});
