import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { constrainedAt } from "../../src/margins/constrained.ts";
import { degreeOf } from "../../src/margins/degree.ts";
import { followMargins, toldOf } from "../../src/margins/follow.ts";
import { marginsOf } from "../../src/margins/margins.ts";
import { NORM_NAMES } from "../../src/margins/norms.ts";
import { marginRows } from "../../src/margins/reference/rows.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";

const SETTING = {
  ...{ n: 4, d: 21, s: 5, sigmaP: 0.5, alpha: 0.25, m: 1, q: 3, sigma0: 0.01 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const OPTIMIZER = { name: "sgd", lr: 0.1, weightDecay: 0 };
const runOf = (more: object = {}) =>
  parseRun({ setting: SETTING, optimizer: OPTIMIZER, batchSize: 4, epochs: 3, testSize: 1, ...more });

/** y = +1 with xi = (0, 2), y = -1 with xi = (1, 0); d = 2, one neuron a class. */
const BY_HAND = runOf({
  setting: { ...SETTING, n: 2, d: 2, s: 1, supports: "independent" },
  start: {
    labels: [1, -1],
    noisePatches: [
      [0, 2],
      [1, 0],
    ],
    weights: [[[1, 0.5]], [[-1, 0]]],
  },
  batchSize: 2,
});

describe("margins of a training set", () => {
  // F_+ of the first: 1^3 + (0.5 2)^3 = 2, F_-: <w_-, v> = -1, <w_-, xi> = 0: 0; margin 2.
  // The second sees -v and (1, 0): F_+ = 0 + 1 = 1, F_- = 1 + 0 = 1: margin F_- - F_+ = 0.
  // |W|^2 = 1 + 1/4 + 1 = 9/4; |W|^3 = 27/8. max |w| = 1. W = [[1, -1], [1/2, 0]], rows coordinates: W^T W = [[5/4, -1], [-1, 1]],
  // eigenvalues (9/4 +- sqrt(65)/4)/2.
  it("by hand", () => {
    const told = toldOf(BY_HAND);
    const weights = Float64Array.of(1, -1, 0.5, 0);
    const found = marginsOf(told, weights);
    expect(found.margin + 0).toBe(0);
    expect(found.slack).toBeNull();
    const doubled = marginsOf(
      told,
      weights.map((w) => 2 * w),
    );
    expect(doubled.normalized).toEqual(found.normalized);
    // Of the first example alone.
    const one = { ...told, examples: { ...told.examples, count: 1 } };
    const { margin, normalized, slack } = marginsOf(one, weights);
    expect([margin, slack]).toEqual([2, 0]);
    expect(normalized.linf).toBe(2);
    expect(normalized.l2).toBeCloseTo(2 / 3.375, 14);
    expect(normalized.spectral).toBeCloseTo(2 / ((9 + Math.sqrt(65)) / 8) ** 1.5, 12);
  });

  // The same example: -g = pull grad margin, grad by w_+: 3 (1)^2 v + 3 (1)^2 xi = (3, 6), by w_-: 0 (both not above 0).
  // <W, -g>/pull = 3 + 3 = 6. l2: 6/((3/2) sqrt(45)); l_inf: 6/(1 9); 1 - ...
  it("is off course by hand", () => {
    const told = toldOf(BY_HAND);
    const one = { ...told, examples: { ...told.examples, count: 1 } };
    const { stationarity } = marginsOf(one, Float64Array.of(1, -1, 0.5, 0));
    expect(stationarity.l2).toBeCloseTo(1 - 6 / (1.5 * Math.sqrt(45)), 14);
    expect(stationarity.linf).toBeCloseTo(1 - 6 / 9, 14);
  });

  const weightsOf = fc.array(fc.constantFrom(-2, -1, -0.5, 0, 0.25, 1, 3), { minLength: 42, maxLength: 42 });
  test.prop([weightsOf, fc.constantFrom(0.5, 2, 8)])(
    "normalized, and off course, do not ask for the length of the weights where signs of all activations stay",
    (values, c) => {
      const told = toldOf(runOf({ setting: { ...SETTING, q: 3 } }));
      const weights = Float64Array.from(values);
      const [one, other] = [weights, weights.map((w) => c * w)].map((at) => marginsOf(told, at));
      expect(other?.normalized.l2).toEqual(one?.normalized.l2);
      expect(other?.normalized.linf).toEqual(one?.normalized.linf);
      for (const name of NORM_NAMES) {
        const off = one?.stationarity[name] ?? 0;
        // 42 products and sums of them, twice, and a square root.
        expect(off).toBeGreaterThanOrEqual(-1e-13);
        expect(off).toBeLessThanOrEqual(2 + 1e-13);
      }
    },
  );

  it("refuses what has no degree, and knows the degree of what has one", () => {
    expect(degreeOf(runOf({ setting: { ...SETTING, q: 4 } }))).toBe(4);
    expect(degreeOf(runOf({ network: "linear" }))).toBe(1);
    expect(degreeOf(runOf({ setting: { ...SETTING, activation: "leakyRelu", leak: 0.1 } }))).toBe(1);
    const refused = (more: object) => () => degreeOf(runOf({ setting: { ...SETTING, ...more } }));
    expect(refused({ activation: "smoothedRelu" })).toThrow(
      /^setting.activation must be homogeneous .* choose one of them$/,
    );
    expect(refused({ biases: true })).toThrow(/^setting.biases must be false for margins, but is true; leave it out$/);
    expect(refused({ secondLayer: "trained" })).toThrow(/^setting.secondLayer must be "fixed"/);
    expect(refused({ classes: 3, d: 30 })).toThrow(/^setting.classes must be 2 for margins, but is 3; leave it out$/);
  });
});

describe("the box of decoupled decay", () => {
  // W inside, g: the best of |v| <= 2 is -2 sgn(g), so that the gap is (<W, g> + 2 sum |g|)/(2 sum |g|).
  it("by hand", () => {
    expect(constrainedAt(Float64Array.of(1, 0), Float64Array.of(-1, 3), 0.5)).toEqual({
      bound: 2,
      filled: 0.5,
      gap: 0.875,
    });
    expect(constrainedAt(Float64Array.of(1, 0), Float64Array.of(0, 0), 0.5).gap).toBeNull();
  });

  const numbers = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 5, maxLength: 5 });
  test.prop([numbers, numbers])("has a gap in [0, 2] within it", (weights, gradient) => {
    const { filled, gap } = constrainedAt(Float64Array.from(weights), Float64Array.from(gradient), 0.25);
    expect(filled).toBeLessThanOrEqual(1);
    expect(gap ?? 0).toBeGreaterThanOrEqual(-1e-15);
    expect(gap ?? 0).toBeLessThanOrEqual(2 + 1e-15);
  });
});

/** -log(sum of losses)/|W|, of the exponential loss: what steepest descent raises. */
const smoothed = (
  n: number,
  { trainLoss, margin, normalized }: ReturnType<typeof histories>[number],
  name: "l2" | "linf",
) => (-Math.log(n * trainLoss) / margin) * (normalized[name] as number);

const histories = (optimizer: object, seed: number) =>
  finish(followMargins(runOf({ network: "linear", loss: "exponential", optimizer, seed, epochs: 400, recordEvery: 1 })))
    .history;

// docs/notes/margins.md derives both bounds: R the largest |A_i|_dual, S = n trainLoss < 1 from when it is.
describe("steepest descent raises the smoothed margin of the linear network, but for what a step of this length may lose", () => {
  const rowsOf = (seed: number) => marginRows(toldOf(runOf({ network: "linear", seed })));
  const sumOf = (values: readonly number[], of: (z: number) => number) => values.reduce((sum, z) => sum + of(z), 0);

  test.prop([fc.integer({ min: 1, max: 10_000 })], { numRuns: 6 })("gradient descent, in l2", (seed) => {
    const R = Math.max(...rowsOf(seed).map(({ values }) => Math.sqrt(2 * sumOf(values, (z) => z * z))));
    const eta = 1 / (4 * R * R);
    const history = histories({ name: "sgd", lr: eta, weightDecay: 0 }, seed).filter(
      ({ trainLoss }) => 4 * trainLoss < 1,
    );
    expect(history.length).toBeGreaterThan(100);
    history.slice(1).forEach((next, k) => {
      const before = history[k] as typeof next;
      const kept = 1 - (eta * R * R * before.trainLoss) / 2 - 1e-12;
      expect(smoothed(4, next, "l2")).toBeGreaterThanOrEqual(smoothed(4, before, "l2") * kept);
    });
  });

  test.prop([fc.integer({ min: 1, max: 10_000 })], { numRuns: 6 })("signs, in l_inf", (seed) => {
    const R = Math.max(...rowsOf(seed).map(({ values }) => 2 * sumOf(values, Math.abs)));
    const eta = 0.01;
    const history = histories({ name: "signsgd", lr: eta, weightDecay: 0 }, seed).filter(
      ({ trainLoss }) => 4 * trainLoss < 1,
    );
    expect(history.length).toBeGreaterThan(100);
    history.slice(1).forEach((next, k) => {
      const before = history[k] as typeof next;
      const size = before.margin / (before.normalized.linf as number);
      const lost = (eta * eta * R * R) / 2 / (size + eta);
      expect(smoothed(4, next, "linf")).toBeGreaterThanOrEqual(smoothed(4, before, "linf") * (1 - 1e-12) - lost);
    });
  });
});
