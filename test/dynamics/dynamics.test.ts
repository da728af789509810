import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type DynamicsOptions, type DynamicsResult, dynamics } from "../../src/dynamics/dynamics.ts";
import { METHODS } from "../../src/dynamics/reduce.ts";
import { type DynamicsRun, parseDynamics } from "../../src/dynamics/run.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import { disjointSettings, optimizerEntries, seeds } from "../helpers/arbitraries.ts";
import { runs, spelledRuns } from "../helpers/runs.ts";

const run = (file: object) => parseDynamics({ testSize: 9, ...file });
const done = (from: DynamicsRun, options?: DynamicsOptions): DynamicsResult => finish(dynamics(from, options));
const bytes = (result: DynamicsResult) => JSON.stringify(result);

const disjoint = fc
  .record({
    setting: disjointSettings,
    optimizer: optimizerEntries,
    seed: seeds,
    epochs: fc.integer({ min: 1, max: 5 }),
  })
  .map((file) => parseRun({ ...file, batchSize: Math.ceil(file.setting.n / 2), testSize: 4 }));
/** Overlapping and disjoint supports, starts drawn and spelled out, epochs and batches, any optimizer. */
const all = fc.oneof(runs(), spelledRuns(), disjoint).map((one) => parseDynamics(one));

const tiny = { preset: "tiny", optimizer: { name: "adam", lr: 0.1, weightDecay: 0.25 }, batchSize: 4 };
const apart = {
  ...{ n: 4, d: 13, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
  labels: "balanced",
  supports: "disjoint",
};

/** Every number of a moment, by its path. */
const numbersOf = ({ featureLearning, noiseMemorization: { min, max }, trainLoss }: Moment) => [
  trainLoss,
  ...Object.values(featureLearning),
  ...Object.values(min),
  ...Object.values(max),
];

describe("dynamics", () => {
  // Weights and patches are of order 1 and at most 12 entries a sum: 1e-10 of the largest number seen, or of 1, is 10^5 roundings of
  // it, in at most 40 steps. A number that shrinks by cancellation keeps the rounding errors of its past.
  test.prop([all], { numRuns: 150 })("gives simulate's result, with a method: same keys, same metrics", (of) => {
    const { method: _, ...plain } = of;
    const [exact, result] = [simulate(plain), done(of)];
    expect(Object.keys(result).filter((key) => key !== "method")).toEqual(Object.keys(exact));
    expect(result.diverged).toEqual(exact.diverged);
    expect(result.config).toEqual({ ...exact.config, method: "auto" });
    expect(result.history.length).toBe(exact.history.length);
    let size = 1;
    exact.history.forEach((moment, k) => {
      const other = result.history[k];
      expect(Object.keys(other)).toEqual(Object.keys(moment));
      expect([other.epoch, other.step]).toEqual([moment.epoch, moment.step]);
      size = Math.max(size, ...numbersOf(moment).map((value) => Math.abs(value ?? 0)));
      numbersOf(moment).forEach((value, at) => {
        const found = numbersOf(other)[at];
        if (value === null) expect(found).toBeNull();
        else expect(Math.abs((found as number) - value)).toBeLessThanOrEqual(1e-10 * size);
      });
      // A margin within rounding of 0 would be needed for another count.
      expect(other.trainError).toBe(moment.trainError);
    });
    expect(result.final).toEqual(result.history.at(-1));
  });

  test.prop([all], { numRuns: 60 })("gives the same bytes twice, and again from the config of its result", (of) => {
    const first = bytes(done(of, { saveCoefficients: true }));
    expect(bytes(done(of, { saveCoefficients: true }))).toBe(first);
    expect(bytes(done(parseDynamics(JSON.parse(first).config), { saveCoefficients: true }))).toBe(first);
  });

  test.prop([all, fc.integer({ min: 1, max: 4 })], { numRuns: 60 })(
    "recording more often changes no number",
    (of, recordEvery) => {
      const [often, seldom] = [1, recordEvery].map((every) => done({ ...of, recordEvery: every }));
      // Numbers that are not finite are seen when they are looked at.
      fc.pre(!often.diverged);
      const steps = new Set(seldom.history.map(({ step }) => step));
      expect(often.history.filter(({ step }) => steps.has(step))).toEqual(seldom.history);
      expect(often.final).toEqual(seldom.final);
    },
  );

  test.prop([all], { numRuns: 40 })("keeps coefficients only when asked, and they are the metrics' own", (of) => {
    const { final, ...rest } = done(of, { saveCoefficients: true });
    const { coefficients, ...metrics } = final;
    expect({ ...rest, final: metrics }).toEqual(done(of));
    const { signal, noise } = coefficients as NonNullable<typeof coefficients>;
    expect(metrics.featureLearning).toEqual({
      "+1": Math.max(...signal[0]),
      "-1": Math.max(...signal[1].map((u) => -u)),
    });
    expect(noise.map((lanes) => lanes.map(({ length }) => length))).toEqual(
      signal.map((l) => l.map(() => of.setting.n)),
    );
    const largest = Math.max(...Object.values(metrics.noiseMemorization.max).map((value) => value ?? -Infinity));
    expect(noise.flat(2)).toContain(largest);
    expect(coefficients?.decomposition !== undefined).toBe(of.optimizer.name === "sgd");
  });

  test("refuses at once to keep more coefficients than fit into one JSON text", () => {
    const setting = { ...apart, n: 1_000_000, s: 1, d: 1e12, m: 5 };
    const of = run({ setting, optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1 });
    expect(() => done(of, { saveCoefficients: true })).toThrow(InputError);
    expect(() => done(of, { saveCoefficients: true })).toThrow(
      "saved coefficients must be at most 10000000 numbers, but 2 m (n + 1) is 10000010; leave --save-coefficients out",
    );
  });

  test.each(METHODS.map(({ name, about }) => [name, about]))("%s is named in its result", (name, about) => {
    const optimizer = name === "gram" ? { name: "sgd", lr: 0.1 } : { name: "adamw", lr: 0.01, eps: 0 };
    const { method, engine } = done(run({ setting: apart, optimizer, batchSize: 2, epochs: 3, method: name }));
    expect(method).toEqual({ name, about, exact: name !== "sign" });
    expect(engine).toEqual({ name, version: expect.any(String) });
  });

  // Most of 400 coordinates are inactive: the test error, too, is that of the sign training, whose inactive weights move otherwise.
  test.each([
    ["adam", "signsgd"],
    ["adamw", "signsgdw"],
  ])("sign in place of %s gives what %s gives", (name, twin) => {
    const file = { setting: { ...apart, d: 400 }, batchSize: 2, epochs: 20, testSize: 500 };
    const [lr, weightDecay] = [0.01, 5];
    const sign = done(run({ ...file, optimizer: { name, lr, weightDecay }, method: "sign" }));
    expect(sign.history).toEqual(done(run({ ...file, optimizer: { name: twin, lr, weightDecay } })).history);
  });

  test("says why no stronger method was taken", () => {
    const { method } = done(run({ ...tiny, epochs: 1 }));
    expect(method.unmet?.map((one) => one.method)).toEqual(["gram", "scalar", "coordinate"]);
    expect(method).toMatchObject({ name: "active-set", exact: true });
  });

  test("refuses a method whose conditions the drawn start does not meet", () => {
    const of = run({ ...tiny, optimizer: { name: "adamw", lr: 0.1, eps: 0 }, epochs: 1, method: "scalar" });
    expect(() => done(of)).toThrow(InputError);
    expect(() => done(of)).toThrow(
      /examples \d and \d share coordinate \d+ \(counted from 0\); use "method": "active-set" or "auto"$/,
    );
  });
});
