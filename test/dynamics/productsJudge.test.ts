import { describe, expect, it } from "vitest";
import { dynamics, dynamicsEnd } from "../../src/dynamics/dynamics.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

const run = (more: object = {}, setting: object = {}) => ({
  setting: {
    ...{ n: 12, d: 80, s: 79, sigmaP: 1, alpha: 0.3, m: 4, q: 1, sigma0: 0.03, labels: "rademacher" },
    ...{ mu: 2.5, flip: 0.1, biases: true, alongFeature: true, ...setting },
  },
  optimizer: { name: "sgd", lr: 0.05, weightDecay: 0.01 },
  ...{ batchSize: 12, epochs: 30, recordEvery: 30, seed: 7, testSize: 4000, ...more },
});

describe("fresh examples by their inner products", () => {
  // Two samples of 4000 examples each of the same share p: the difference has standard deviation sqrt(2 p (1 - p)/4000) < 0.0112; six of them.
  it.each([
    ["noise along the feature", {}],
    ["noise off the feature", { alongFeature: false }],
    ["three patches", { patches: 3 }],
    ["one vector", { patches: 1 }],
    ["a trained second layer", { secondLayer: "trained" }],
  ])("are judged as those of the full training are, but for chance: %s", (_, setting) => {
    const full = simulate(parseRun(run({}, setting))).final;
    const products = finish(dynamics(parseDynamics(run({}, setting)), { byProducts: true })).final;
    for (const of of [
      ({ testError }: typeof full) => testError,
      ({ metrics = {} }: typeof full) => metrics.testErrorTrue as number,
    ]) {
      expect(Math.abs(of(full) - of(products))).toBeLessThan(6 * 0.0112);
    }
    // Medians of 4000 numbers that spread by about 1: standard deviation 1.25/sqrt(4000), of each of two.
    const [one, other] = [full, products].map(({ freshNoise }) => freshNoise?.median["+1"] as number) as [
      number,
      number,
    ];
    expect(Math.abs(one - other)).toBeLessThan(6 * 0.028);
    expect(products.trainLoss).toBeCloseTo(full.trainLoss, 10);
  });

  it("with labels and flips of the full training", () => {
    const { metrics: full = {} } = simulate(parseRun(run({ epochs: 1, recordEvery: 1 }))).final;
    expect(Object.keys(full)).toContain("testErrorTrue");
    const { metrics = {} } = dynamicsEnd(parseDynamics(run()), { byProducts: true }) ?? {};
    expect(Object.keys(metrics)).toEqual(Object.keys(full));
  });

  it("the end alone is the last moment of the whole", () => {
    const asked = parseDynamics(run());
    const { epoch: _, step: __, ...last } = finish(dynamics(asked, { byProducts: true })).final;
    expect(dynamicsEnd(asked, { byProducts: true })).toEqual(last);
  });

  it.each([
    ["sparse noise", { s: 10 }, /setting\.s must be d - 1 = 79, but is 10 for fresh examples by inner products/],
    ["another law", { noise: "laplace" }, /setting\.noise must be "gaussian", but is "laplace"/],
    ["a wide feature", { featureSupport: 2, s: 78 }, /setting\.featureSupport must be 1, but is 2/],
  ])("are refused for %s", (_, setting, sentence) => {
    expect(() => dynamicsEnd(parseDynamics(run({}, setting)), { byProducts: true })).toThrow(sentence);
  });

  it("are refused where the method knows none", () => {
    const adam = parseDynamics(run({ optimizer: { name: "adam", lr: 0.01 } }));
    expect(() => dynamicsEnd(adam, { byProducts: true })).toThrow(
      'byProducts must be left out where the method is "active-set", which knows no inner products of the weights',
    );
  });
});
