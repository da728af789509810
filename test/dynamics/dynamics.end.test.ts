import { describe, expect, test } from "vitest";
import { type DynamicsOptions, type DynamicsResult, dynamics } from "../../src/dynamics/dynamics.ts";
import { type DynamicsRun, parseDynamics } from "../../src/dynamics/run.ts";
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

  test("a start whose margins are not finite is an input error", () => {
    const setting = { ...apart, sigma0: 1e200 };
    const of = run({ setting, optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 });
    expect(() => done(of)).toThrow(InputError);
  });
});
