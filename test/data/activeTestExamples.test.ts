import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { allCoordinates } from "../../src/data/activeSet.ts";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { drawActiveTestExamples } from "../../src/data/activeTestExamples.ts";
import { drawExamples, type Examples } from "../../src/data/examples.ts";
import { drawPatches } from "../../src/data/patch.ts";
import { drawWeights, drawWeightsAt, type Weights } from "../../src/data/weights.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { disjointSettings, seeds, settings } from "../helpers/arbitraries.ts";
import { UNIT } from "../helpers/close.ts";
import * as statistics from "../helpers/statistics.ts";

const COUNT = 6;
const net = (setting: Setting) => networkOf("cnn", setting);
/** An active set: 0 and any of the other coordinates. */
const partly = fc
  .oneof(settings, disjointSettings)
  .chain((setting) =>
    fc
      .subarray([...allCoordinates(setting.d).slice(1)])
      .map((chosen) => ({ setting, coordinates: Float64Array.of(0, ...chosen) })),
  );

/** [(A + lanes) * lanes]: the caller's weights, tau on every lane. */
function withRemainder(active: Weights, lanes: number, tau: number): Weights {
  const weights = new Float64Array(active.length + lanes * lanes);
  weights.set(active);
  for (let r = 0; r < lanes; r++) weights[active.length + r * lanes + r] = tau;
  return weights;
}

function responses(setting: Setting, weights: Weights, examples: Examples) {
  const response = newResponse(net(setting));
  return Array.from({ length: examples.count }, (_, i) => {
    const margin = respond(weights, examples, i, response);
    return { margin, noise: [...response.noise], signal: [...response.signal] };
  });
}

/** Entries of example i, split at A. */
function entriesOf({ rows, coordinates, values }: Examples, i: number, A: number) {
  const entries = Array.from(coordinates.slice(rows[i], rows[i + 1]), (k, e) => ({
    k,
    value: values[(rows[i] as number) + e] as number,
  }));
  return { active: entries.filter(({ k }) => k < A), pseudo: entries.filter(({ k }) => k >= A) };
}

describe("drawActiveTestExamples", () => {
  test.prop([fc.oneof(settings, disjointSettings), seeds])(
    "gives the full forward pass, bit for bit, where every coordinate is active",
    (setting, seed) => {
      const lanes = 2 * setting.m;
      const weights = drawWeights(net(setting), setting.d, setting.sigma0, seed);
      const seen = drawActiveTestExamples(setting, seed, COUNT, allCoordinates(setting.d), lanes);
      const full = drawExamples(setting, seed, "testExample", COUNT);
      expect(seen).toEqual(full);
      expect(responses(setting, withRemainder(weights, lanes, 1), seen)).toEqual(responses(setting, weights, full));
    },
  );

  test.prop([partly, seeds])(
    "gives the full forward pass, bit for bit, where the inactive weights are 0",
    ({ setting, coordinates }, seed) => {
      const lanes = 2 * setting.m;
      const seen = drawActiveTestExamples(setting, seed, COUNT, coordinates, lanes);
      const active = drawWeightsAt(net(setting), coordinates, setting.sigma0, seed);
      const weights = drawWeights(net(setting), setting.d, setting.sigma0, seed).map((w, at) =>
        coordinates.includes(Math.floor(at / lanes)) ? w : 0,
      );
      expect(responses(setting, withRemainder(active, lanes, 0), seen)).toEqual(
        responses(setting, weights, drawExamples(setting, seed, "testExample", COUNT)),
      );
    },
  );

  test.prop([partly, seeds])(
    "keeps labels and active entries, and adds one entry a lane where an inactive one was left out",
    ({ setting, coordinates }, seed) => {
      const lanes = 2 * setting.m;
      const A = coordinates.length;
      const seen = drawActiveTestExamples(setting, seed, COUNT, coordinates, lanes);
      const full = drawExamples(setting, seed, "testExample", COUNT);
      expect(seen.labels).toEqual(full.labels);
      for (let i = 0; i < COUNT; i++) {
        const { active, pseudo } = entriesOf(seen, i, A);
        const all = entriesOf(full, i, setting.d).active;
        const kept = all.filter(({ k }) => coordinates.includes(k));
        expect(active.map(({ k, value }) => ({ k: coordinates[k], value }))).toEqual(kept);
        const places = kept.length < all.length ? Array.from({ length: lanes }, (_, r) => A + r) : [];
        expect(pseudo.map(({ k }) => k)).toEqual(places);
      }
    },
  );

  test.prop([partly, seeds, fc.integer({ min: 1, max: 3 })])(
    "changes no number of an example or neuron when more are drawn",
    ({ setting, coordinates }, seed, more) => {
      const { m } = setting;
      const A = coordinates.length;
      const small = drawActiveTestExamples(setting, seed, COUNT, coordinates, 2 * m);
      const large = drawActiveTestExamples(setting, seed, COUNT + more, coordinates, 2 * (m + more));
      for (let i = 0; i < COUNT; i++) {
        const [few, many] = [entriesOf(small, i, A), entriesOf(large, i, A)];
        expect(many.active).toEqual(few.active);
        const values = many.pseudo.map(({ value }) => value);
        expect([...values.slice(0, m), ...values.slice(m + more, 2 * m + more)].slice(0, few.pseudo.length)).toEqual(
          few.pseudo.map(({ value }) => value),
        );
      }
    },
  );

  test.prop([partly, seeds])("scales its remainder with sigmaP", ({ setting, coordinates }, seed) => {
    const [one, four] = [1, 4].map((by) => {
      const scaled = { ...setting, alpha: 0, sigmaP: by * setting.sigmaP };
      return drawActiveTestExamples(scaled, seed, COUNT, coordinates, 2 * setting.m);
    });
    expect(four?.values).toEqual(one?.values.map((value) => 4 * value));
  });

  test("takes d = 2^53 - 1 as it takes any other", () => {
    const setting: Setting = {
      ...{ n: 16, d: Number.MAX_SAFE_INTEGER, s: 50, sigmaP: 0.1, alpha: 0.2, m: 2, q: 3, sigma0: 0.01 },
      ...{ labels: "balanced", supports: "disjoint" },
    };
    const { coordinates } = drawActiveStart(setting, net(setting), 1);
    const seen = drawActiveTestExamples(setting, 1, 100, coordinates, 4);
    // A test example hits one of 800 active coordinates of 2^53 with probability 50 * 800/2^53 < 5e-12: only the feature's is left.
    expect([...seen.rows]).toEqual(Array.from({ length: 101 }, (_, i) => 5 * i));
    // g_r = value/R of every example and lane: 400 numbers, two of them this close with probability below 1e-7, unless they were drawn once.
    const normals = [...drawPatches(setting, 1, "testExample", 100)].flatMap(({ values }, i) => {
      const norm = Math.sqrt(values.slice(1).reduce((sum, x) => sum + x * x, 0));
      return entriesOf(seen, i, coordinates.length).pseudo.map(({ value }) => value / norm);
    });
    const sorted = normals.sort((a, b) => a - b);
    expect(sorted).toHaveLength(400);
    expect(sorted.slice(1).every((g, e) => g - (sorted[e] as number) > 1e-12)).toBe(true);
  });
});

describe("the remainder", () => {
  const SEEDS = 2000;
  const setting: Setting = {
    ...{ n: 2, d: 41, s: 12, sigmaP: 0.5, alpha: 0.3, m: 2, q: 3, sigma0: 0.25 },
    labels: "rademacher",
  };
  const coordinates = Float64Array.from({ length: 11 }, (_, a) => 4 * a);
  const lanes = 2 * setting.m;

  /** <w_r, xi> of the first test example of a seed, less its active part, over sigma0 R, for every lane. */
  function normalized(seed: number): { dense: number[]; seen: number[] } {
    const full = drawExamples(setting, seed, "testExample", 1);
    const inactive = entriesOf(full, 0, setting.d).active.filter(({ k }) => !coordinates.includes(k));
    const scale = setting.sigma0 * Math.sqrt(inactive.reduce((sum, { value }) => sum + value * value, 0));
    const weights = drawWeights(net(setting), setting.d, setting.sigma0, seed);
    const examples = drawActiveTestExamples(setting, seed, 1, coordinates, lanes);
    const noiseOf = (active: Weights, tau: number) =>
      responses(setting, withRemainder(active, lanes, tau), examples)[0]?.noise as number[];
    const active = drawWeightsAt(net(setting), coordinates, setting.sigma0, seed);
    const without = noiseOf(active, 0);
    return {
      dense: without.map(
        (_, r) => inactive.reduce((sum, { k, value }) => sum + value * (weights[k * lanes + r] as number), 0) / scale,
      ),
      seen: noiseOf(active, setting.sigma0).map((noise, r) => (noise - (without[r] as number)) / scale),
    };
  }

  // In 2000 seeds and 4 lanes, every one with inactive coordinates (a support of 12 has at most 10 active): given its example each
  // number is standard normal, of the dense sum and of its replacement, and 8000 of them are independent.
  const drawn = Array.from({ length: SEEDS }, (_, seed) => normalized(seed));
  const N = SEEDS * lanes;

  test.each(["dense", "seen"] as const)("has mean 0 and variance tau^2 R^2 (%s)", (which) => {
    const sample = drawn.flatMap((numbers) => numbers[which]);
    const squares = sample.reduce((sum, x) => sum + x * x, 0);
    expect(sample).toHaveLength(N);
    expect(Math.abs(statistics.mean(sample)) * Math.sqrt(N)).toBeLessThan(statistics.NORMAL_DEVIATES);
    expect(squares).toBeLessThan(statistics.chiSquareUpper(N) * (1 + N * UNIT));
    expect(squares).toBeGreaterThan(statistics.chiSquareLower(N) * (1 - N * UNIT));
  });

  test("has the distribution of the sum that it replaces", () => {
    // Two samples of N independent numbers of one distribution: each is within kolmogorov(N) of it, hence within twice that of each other.
    const dense = drawn.flatMap(({ dense: numbers }) => numbers).sort((a, b) => a - b);
    const seen = drawn.flatMap(({ seen: numbers }) => numbers);
    let below = 0;
    const shares = new Map<number, number>();
    for (const x of [...seen].sort((a, b) => a - b)) {
      while (below < N && (dense[below] as number) <= x) below++;
      shares.set(x, below / N);
    }
    expect(statistics.kolmogorovDistance(seen, (x) => shares.get(x) as number)).toBeLessThan(
      2 * statistics.kolmogorov(N),
    );
  });

  test("is uncorrelated between lanes, and with the sum that it replaces", () => {
    // A product of two independent standard normals has mean 0 and variance 1.
    const products = [
      drawn.map(({ seen }) => (seen[0] as number) * (seen[1] as number)),
      drawn.map(({ seen }) => (seen[0] as number) * (seen[2] as number)),
      drawn.map(({ seen, dense }) => (seen[0] as number) * (dense[0] as number)),
    ];
    for (const product of products) {
      expect(Math.abs(statistics.mean(product)) * Math.sqrt(SEEDS)).toBeLessThan(statistics.NORMAL_DEVIATES);
    }
  });
});
