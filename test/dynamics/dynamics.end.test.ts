import { describe, expect, test } from "vitest";
import { comparison } from "../../src/dynamics/compare.ts";
import { type DynamicsOptions, type DynamicsResult, dynamics, notFinite } from "../../src/dynamics/dynamics.ts";
import { type DynamicsRun, parseComparison, parseDynamics } from "../../src/dynamics/run.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { finish } from "../../src/sim/follow.ts";
import { simulate } from "../../src/sim/simulate.ts";

const run = (file: object) => parseDynamics({ testSize: 9, ...file });
const done = (from: DynamicsRun, options?: DynamicsOptions): DynamicsResult => finish(dynamics(from, options));

const tiny = { preset: "tiny", optimizer: { name: "adam", lr: 0.1, weightDecay: 0.25 }, batchSize: 4 };
const apart = {
  ...{ n: 4, d: 13, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
  labels: "balanced",
  supports: "disjoint",
};

describe("dynamics, cut short", () => {
  const long = (epochs: number) => run({ ...tiny, epochs, recordEvery: 5 });

  test("yields the share done after every epoch", () => {
    const shares: number[] = [];
    finish(dynamics(long(8)), (share) => shares.push(share));
    expect(shares).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((epoch) => epoch / 8));
  });

  test.each([
    ["scalar", { name: "adamw", eps: 0 }],
    ["active-set", { name: "adam" }],
    ["gram", { name: "sgd" }],
    ["sign", { name: "adamw" }],
  ])("%s, unwatched, goes through the epochs between two records at once, to the same result", (method, optimizer) => {
    const file = { setting: apart, optimizer: { lr: 0.1, weightDecay: 0.25, ...optimizer }, batchSize: 2, epochs: 8 };
    const of = run({ ...file, method, recordEvery: 5 });
    const shares: number[] = [];
    const result = finish(dynamics(of, { unwatched: true }), (share) => shares.push(share));
    expect(shares).toEqual([5 / 8, 1]);
    expect(result).toEqual(done(of));
  });

  test("stopped after an epoch, gives the history of a run that ends there, and says that it was interrupted", () => {
    const legs = dynamics(long(100), { saveCoefficients: true });
    for (let epoch = 1; epoch <= 7; epoch++) legs.next();
    const { history, final, interrupted } = legs.next(true).value as DynamicsResult;
    const short = done(long(7), { saveCoefficients: true });
    expect([interrupted, history, final]).toEqual([true, short.history, short.final]);
  });

  // rho = 1 - 9 = -8: weights grow eightfold a step, and 8^t cubed is beyond the doubles after about 114 steps.
  test.each([
    ["scalar", { name: "adamw", eps: 0 }],
    ["coordinate", { name: "adamw", eps: 1e-3 }],
    ["active-set", { name: "adamw", eps: 0 }],
    ["gram", { name: "sgd" }],
    ["sign", { name: "adamw" }],
  ])("%s diverges where simulate does, and keeps its history", (method, optimizer) => {
    const file = { setting: apart, optimizer: { lr: 1, weightDecay: 9, ...optimizer }, batchSize: 2, epochs: 100 };
    const of = run({ ...file, method, recordEvery: 7 });
    const { method: _, ...plain } = of;
    const [exact, result] = [simulate(plain), done(of, { saveCoefficients: true })];
    expect(result.diverged?.metric).toBe("trainLoss");
    if (method !== "sign") expect(result.diverged).toEqual(exact.diverged);
    expect(result.history.length).toBe(exact.history.length);
    expect(result.final.coefficients?.signal.flat().every(Number.isFinite)).toBe(true);
    expect(JSON.stringify(result)).not.toMatch(/null/);
  });

  // One example, y = 1, noise 1. Class -1: u = -1 is silent, x = 1 is not, and x' = 1 - eta |l| 3 is beyond the doubles; class +1 is silent, so
  // that the loss is log 2. No metric is about a class's response to the other's examples.
  test("a response that leaves the doubles in silence is called noiseMemorization", () => {
    const start = { labels: [1], noisePatches: [[0, 1]], weights: [[[-1, -1]], [[-1, 1]]] };
    const setting = {
      n: 1,
      d: 2,
      s: 1,
      sigmaP: 1,
      alpha: 0,
      m: 1,
      q: 3,
      sigma0: 1,
      labels: "rademacher",
      supports: "independent",
    };
    const file = { setting, start, optimizer: { name: "sgd", lr: 1.7e308 }, batchSize: 1, epochs: 3, testSize: 1 };
    const expected = { metric: "noiseMemorization", step: 1, epoch: 1 };
    expect(done(parseDynamics(file)).diverged).toMatchObject(expected);
    expect(finish(comparison(parseComparison(file))).diverged).toMatchObject(expected);
  });

  test("a start whose margins are not finite is an input error", () => {
    const setting = { ...apart, sigma0: 1e200 };
    const of = run({ setting, optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 });
    expect(() => done(of)).toThrow(InputError);
  });
});

describe("notFinite", () => {
  const [fine, bad] = [new Float64Array([1, 2]), [NaN, Infinity, -Infinity]];

  test("names what has left the numbers, the signal first", () => {
    expect(notFinite({ signal: fine, noise: fine })).toBeUndefined();
    for (const x of bad) {
      const gone = new Float64Array([1, x]);
      expect(notFinite({ signal: gone, noise: gone })).toBe("featureLearning");
      expect(notFinite({ signal: fine, noise: gone })).toBe("noiseMemorization");
    }
  });
});
