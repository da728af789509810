import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { QUESTIONS } from "../../../src/bounds/thresholds/search/questions.ts";
import {
  isKnownAt,
  THRESHOLDS,
  type ThresholdCase,
  type ThresholdKind,
} from "../../../src/bounds/thresholds/thresholdKinds.ts";
import { problemOf } from "../../../src/dynamics/problem.ts";
import { parseDynamics } from "../../../src/dynamics/run.ts";
import { PRESETS } from "../../../src/setting/presets.ts";

const kind = (name: string) => THRESHOLDS.find((each) => each.name === name) as ThresholdKind;
const paper: ThresholdCase = {
  setting: (PRESETS.paper as (typeof PRESETS)[string]).setting,
  batchSize: 200,
  eps: 1e-8,
};

describe("isKnownAt", () => {
  const at = (more: object = {}) => ({ setting: { ...paper.setting, ...more }, batchSize: 200 });

  it("holds of models whose thresholds are derived, and for some of the full batch alone", () => {
    expect(isKnownAt(kind("noise"), at())).toBe(true);
    expect(isKnownAt(kind("noise"), { ...at(), batchSize: 100 })).toBe(false);
    expect(isKnownAt(kind("feature"), { ...at(), batchSize: 100 })).toBe(true);
    for (const beyond of [at({ basis: "rotated" }), at({ q: 1.5 }), at({ patches: 1 }), { ...at(), loss: "hinge" }]) {
      expect(THRESHOLDS.filter((each) => isKnownAt(each, beyond))).toEqual([]);
    }
    // Of a wider model all but the least weight decay of AdamW's theorems.
    const unknown = (more: object) => THRESHOLDS.filter((each) => !isKnownAt(each, at(more))).map(({ name }) => name);
    for (const wider of [{ featureSupport: 4 }, { q: 2 }, { mu: 2 }]) expect(unknown(wider)).toEqual(["window from"]);
    // With biases nothing is derived of the noise; what AdamW holds is not, either, where they, or a second layer, move beside it, or pulls are others.
    expect(unknown({ biases: true })).toEqual(["noise", "some noise", "window from", "fails"]);
    for (const wider of [{ classes: 3 }, { flip: 0.1 }, { secondLayer: "trained" }]) {
      expect(unknown(wider)).toEqual(["window from", "fails"]);
    }
  });
});

describe("THRESHOLDS", () => {
  it("are, at the published setting, what one computes by hand", () => {
    // n = 200, s = 100, sigmaP = 0.1, m = 20, q = 3, sigma0 = 0.01. Half of all largest of 20 normals are below x with Phi(x) = 0.5^(1/20) =
    // 0.965936, x = 1.82416 (R: qnorm(0.5^(1/20)) = 1.824164). Feature: (3/2)(1/2) 0.01 x; noise: (3/400) (0.01 * 1 * x) * 100 * 0.01.
    expect(kind("feature").quantile(paper, 0.5)).toBeCloseTo(0.0075 * 1.824164, 8);
    expect(kind("noise").quantile(paper, 0.5)).toBeCloseTo(0.0075 * 0.01824164, 10);
    // The greatest of 100 examples, of 20 normals each: Phi(x) = 0.5^(1/2000) = 0.99965349, x = 3.392323 (Python: NormalDist().inv_cdf).
    expect(kind("some noise").quantile(paper, 0.5)).toBeCloseTo(0.0075 * 0.01 * 3.392323, 9);
    // sigma0 sigmaP/n = 0.01 0.1/200; min(B^2/n, 1) is 1 at B = 200 and 0.02 at B = 2.
    expect(kind("theorems 4.1, 4.2").quantile(paper, 0.5)).toBe(5e-6);
    expect(kind("window from").quantile(paper, 0.5)).toBe(1);
    expect(kind("window from").quantile({ ...paper, batchSize: 2 }, 0.5)).toBe(0.02);
    expect(kind("window to").quantile(paper, 0.5)).toBe(1);
    // u* = sqrt(eps/(3/4)) = 1.1547e-4 lies below the start's 0.018, so that the largest decay is 1/(2 u*) = 4330.127.
    expect(kind("fails").quantile(paper, 0.5) / 4330.127).toBeCloseTo(1, 6);
  });

  it("are, in wider models, what one computes by hand", () => {
    const at = (more: object): ThresholdCase => ({ ...paper, setting: { ...paper.setting, ...more } });
    // The feature's 0.0075 x 1.824164 times mu^3; times 2 (K-1)/K p/(1/2) = (4/3)(2/3) for K = 3, that is U (q/1) (K-1)/K^2; times 1 - 2 flip; over m; twice with biases.
    const feature = 0.0075 * 1.824164;
    expect(kind("feature").quantile(at({ mu: 2 }), 0.5)).toBeCloseTo(8 * feature, 7);
    expect(kind("feature").quantile(at({ featureSupport: 9, patches: 5, noise: "laplace" }), 0.5)).toBeCloseTo(
      feature,
      7,
    );
    expect(kind("feature").quantile(at({ classes: 3 }), 0.5)).toBeCloseTo((8 / 9) * feature, 7);
    expect(kind("feature").quantile(at({ flip: 0.1 }), 0.5)).toBeCloseTo(0.8 * feature, 7);
    expect(kind("feature").quantile(at({ outputScale: "1/m" }), 0.5)).toBeCloseTo(feature / 20, 8);
    expect(kind("feature").quantile(at({ biases: true }), 0.5)).toBeCloseTo(2 * feature, 7);
    expect(kind("feature").quantile(at({ q: 2, mu: 3 }), 0.5)).toBeCloseTo(4.5, 12);
    // Noise: 3 patches more are 80 normals, Phi(x) = 0.5^(1/80) = 0.99137309, x = 2.381254 (Python: NormalDist().inv_cdf).
    expect(kind("noise").quantile(at({ mu: 9, patches: 5 }), 0.5)).toBeCloseTo(7.5e-5 * 2.381254, 10);
    // AdamW: C = 8 (3/4) for mu = 2, 1/(2 sqrt(eps/6)) = 12247.449, at most u*^3/2 less; k = 4: C = 2 (3/4), u* = w* = sqrt(eps/1.5), 6123.724.
    expect(kind("fails").quantile(at({ mu: 2 }), 0.5) / 12247.449).toBeCloseTo(1, 6);
    expect(kind("fails").quantile(at({ featureSupport: 4 }), 0.5) / 6123.724).toBeCloseTo(1, 6);
    // q = 2: C/eps = (1/2) 10^8.
    expect(kind("fails").quantile(at({ q: 2 }), 0.5)).toBeCloseTo(5e7, 0);
    expect(kind("window to").quantile(at({ mu: 2, featureSupport: 9, outputScale: "1/m", m: 8 }), 0.5)).toBeCloseTo(
      3,
      12,
    );
    // min(0.1/200, 0.001/2) with sqrt(s) sigmaP = 1: the noise's coordinates; mu^q/sqrt k = 1.25e-4 at mu = 0.1 and k = 64: the feature's.
    expect(kind("theorems 4.1, 4.2").quantile(at({ mu: 0.1, featureSupport: 64 }), 0.5)).toBeCloseTo(1.25e-6, 18);
  });

  test.prop([fc.double({ min: 0.3, max: 3, noNaN: true }), fc.double({ min: 0.05, max: 0.95, noNaN: true })])(
    "of Adam have the model's symmetry: mu, sigmaP times c and sigma0 over c is weight decay times c^2",
    (c, p) => {
      // Every <w, x> stays, and gradients along w are c times what they were, weights 1/c.
      const setting = { ...paper.setting, mu: 1.3, patches: 4, featureSupport: 2, q: 3.5, flip: 0.2 };
      const { mu, sigmaP, sigma0 } = setting;
      const scaled = { ...paper, setting: { ...setting, mu: c * mu, sigmaP: c * sigmaP, sigma0: sigma0 / c } };
      for (const name of ["feature", "noise", "some noise"]) {
        const [one, other] = [{ ...paper, setting }, scaled].map((at) => kind(name).quantile(at, p));
        // Powers of real exponents are good to some 10 units of rounding each.
        expect(Math.abs((other as number) / (c * c * (one as number)) - 1)).toBeLessThan(1e-13);
      }
    },
  );

  it("of AdamW fails at 1/u0 (1 - eps/g(u0)) or less where the start lies below the peak", () => {
    // eps = 1: u* would be sqrt(4/3) without residuals; u0 = 0.01 x = 0.01824 is below, g = (3/4) u0^2 (1 - u0^3/2): Lambda = g/(u0 (g + 1)).
    const u = 0.01824164;
    const g = 0.75 * u * u * (1 - u ** 3 / 2);
    expect(kind("fails").quantile({ ...paper, eps: 1 }, 0.5)).toBeCloseTo(g / (u * (g + 1)), 7);
  });

  it("of AdamW are guessed from the feature and the share that class +1 has in the start", () => {
    const { ofStart } = kind("fails").measured as NonNullable<ThresholdKind["measured"]>;
    const setting = { n: 4, d: 2, s: 1, sigmaP: 0, alpha: 0, m: 2, q: 3, sigma0: 0.1, labels: "balanced" as const };
    const guessOf = (weights: number[], eps: number) =>
      ofStart(
        problemOf(
          parseDynamics({
            setting,
            optimizer: { name: "adamw", lr: 0.1, eps },
            ...{ batchSize: 4, epochs: 1 },
            start: {
              labels: [1, 1, -1, 1],
              noisePatches: [1, 1, -1, 1].map(() => [0, 0]),
              weights: [weights.map((u) => [u, 0]), [1, 2].map((u) => [u, 0])],
            },
          }),
        ),
        setting,
      );
    // p = 3/4: u* = sqrt(1e-8/(9/8)) = 9.42809e-5 is below 0.2, so 1/(2 u*) = 5303.30, less at most u*^3/2 of it.
    expect(guessOf([0.1, 0.2], 1e-8) / 5303.300859).toBeCloseTo(1, 9);
    // eps = 1: 0.2 is below the peak; g = (9/4) 0.04/(1 + e^0.008) = 0.09/2.0080321 = 0.0448200, g/(0.2 (g + 1)) = 0.214487.
    expect(guessOf([0.1, 0.2], 1)).toBeCloseTo(0.214487, 6);
    expect(guessOf([-0.1, -0.2], 1e-8)).toBe(0);
    // Without eps every weight decay holds some of it.
    expect(guessOf([0.1, 0.2], 0)).toBe(Infinity);
  });

  const cases = fc
    .record({
      ...{
        n: fc.integer({ min: 2, max: 1000 }),
        m: fc.integer({ min: 1, max: 50 }),
        q: fc.integer({ min: 3, max: 6 }),
      },
      ...{
        sigma0: fc.double({ min: 1e-3, max: 0.5, noNaN: true }),
        sigmaP: fc.double({ min: 0.01, max: 1, noNaN: true }),
      },
      s: fc.integer({ min: 1, max: 500 }),
    })
    .map((drawn): ThresholdCase => ({ ...paper, setting: { ...paper.setting, ...drawn }, batchSize: drawn.n }));
  const shares = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

  test.prop([fc.constantFrom(...THRESHOLDS), cases, shares, shares])(
    "never fall as the share of starts rises, and are at least 0",
    (each, at, p1, p2) => {
      const [low, high] = [Math.min(p1, p2), Math.max(p1, p2)].map((p) => each.quantile(at, p)) as [number, number];
      expect(low).toBeGreaterThanOrEqual(0);
      // Neighbouring quantiles may be rounded the other way.
      expect(high).toBeGreaterThanOrEqual(low * (1 - 1e-12));
    },
  );

  it("have names of their own, and ask questions that exist, in the full batch", () => {
    expect(new Set(THRESHOLDS.map(({ name, optimizer }) => `${optimizer} ${name}`)).size).toBe(THRESHOLDS.length);
    for (const { measured } of THRESHOLDS) {
      if (measured !== undefined) expect(QUESTIONS.map(({ name }) => name)).toContain(measured.question);
    }
  });
});
