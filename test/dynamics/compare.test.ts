import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Comparison, comparison } from "../../src/dynamics/compare.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseComparison, parseDynamics } from "../../src/dynamics/run.ts";
import { comparisonText } from "../../src/report/comparisonText.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { finish } from "../../src/sim/follow.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { UNIT } from "../helpers/close.ts";
import { runs, spelledRuns } from "../helpers/runs.ts";

const apart = {
  ...{ n: 4, d: 13, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
  labels: "balanced",
  supports: "disjoint",
};
const adamw = { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 0 };
const base = { setting: apart, optimizer: adamw, batchSize: 2, epochs: 60, recordEvery: 5, testSize: 1 };
const compare = (file: object): Comparison => finish(comparison(parseComparison({ ...base, ...file })));
const anyRun = fc.oneof(runs(), spelledRuns());

describe("comparison", () => {
  // 120 steps: shadow.test.ts argues 8 roundings a step at either level, both of terms that do not exceed the sizes by more than s + 1.
  test("on disjoint supports level 1 is the network itself up to rounding, and level 2 is not", () => {
    const { level1, level2, history } = compare({});
    expect([level1.method, level2]).toEqual(["scalar", {}]);
    expect(history.map(({ epoch, step }) => [epoch, step])).toEqual(
      Array.from({ length: 13 }, (_, k) => [5 * k, 10 * k]),
    );
    const size = Math.max(...history.map((moment) => Math.max(moment.size.signal, moment.size.noise)));
    for (const { step, level1: exact } of history) {
      const bound = 16 * (step + 2) * 4 * UNIT * size;
      expect(Math.max(exact.signal, exact.noise)).toBeLessThanOrEqual(bound);
    }
    // Adam's first steps are eta each, but on the way its moments lag behind the signs: by more than one step.
    expect(history.at(-1)?.level2?.signal).toBeGreaterThan(adamw.lr);
  });

  test("gives the network's own sizes", () => {
    const { method: _, ...plain } = parseComparison(base);
    const { history } = compare({});
    simulate(plain).history.forEach(({ featureLearning, noiseMemorization: { max } }, k) => {
      expect(history[k].size.signal).toBeGreaterThanOrEqual(Math.max(featureLearning["+1"], featureLearning["-1"]));
      expect(history[k].size.noise).toBeGreaterThanOrEqual(Math.max(max["+1"] as number, max["-1"] as number));
    });
  });

  test.each([
    [{ optimizer: { name: "sgd", lr: 0.1 } }, "the optimizer must keep moments, but is sgd", "gram"],
    [{ optimizer: { name: "signsgd", lr: 0.1 } }, "the optimizer must keep moments, but is signsgd", "scalar"],
    [
      { setting: { ...apart, d: 5, supports: "independent" } },
      /^the supports must be disjoint, but examples 0 and 1/,
      "active-set",
    ],
  ])("has no level 2 where %j, and says why", (file, reason, method) => {
    const { level1, level2, history, ...rest } = compare({ epochs: 2, ...file });
    expect(level1.method).toBe(method);
    expect(level2.unmet).toMatch(reason);
    expect(history.every((moment) => !("level2" in moment))).toBe(true);
    expect(rest).not.toHaveProperty("wrongSign");
  });

  // Feature noise that is stronger than the feature turns features around, at times that the levels disagree on.
  test("finds the first recorded epoch at which the sign recurrence has the feature's sign wrong", () => {
    const setting = { ...apart, d: 33, s: 8, alpha: 0.6 };
    let found = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const file = { ...base, setting, seed };
      const { method: _, ...plain } = parseComparison(file);
      const network = simulate(plain).history;
      const signs = finish(dynamics(parseDynamics({ ...file, method: "sign" }))).history;
      const { wrongSign } = compare({ setting, seed });
      for (const name of ["+1", "-1"] as const) {
        const differs = (k: number) =>
          Math.sign(network[k].featureLearning[name]) !== Math.sign(signs[k].featureLearning[name]);
        const first = network.findIndex((_, k) => differs(k));
        expect(wrongSign?.[name]).toBe(first < 0 ? null : network[first].epoch);
        if (first >= 0) found++;
      }
    }
    // Some are wrong and some are not: the search means something.
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(16);
  });

  test.prop([anyRun], { numRuns: 30 })("gives the same bytes twice, and again from the config of its result", (run) => {
    const first = JSON.stringify(finish(comparison(parseComparison(run))));
    expect(JSON.stringify(finish(comparison(parseComparison(JSON.parse(first).config))))).toBe(first);
  });

  test("takes the method of level 1 from the run, if it is exact and its conditions hold", () => {
    expect(compare({ method: "active-set" }).level1).toEqual({ method: "active-set" });
    expect(
      compare({ method: "active-set" }).history.every(({ level1: { signal, noise } }) => signal + noise === 0),
    ).toBe(true);
    expect(compare({ method: "coordinate" }).level1.method).toBe("coordinate");
    expect(() => compare({ method: "gram" })).toThrow(
      /^method must be one whose conditions hold, but is "gram" and the optimizer/,
    );
    expect(() => compare({ method: "sign" })).toThrow(
      'method must be one of "auto", "gram", "scalar", "coordinate", "active-set", but is "sign"; correct it or leave it out',
    );
  });

  test("stopped after an epoch, keeps the history so far", () => {
    const legs = comparison(parseComparison(base));
    for (let epoch = 1; epoch <= 10; epoch++) legs.next();
    const { interrupted, history } = legs.next(true).value as Comparison;
    expect(interrupted).toBe(true);
    expect(history).toEqual(compare({ epochs: 10 }).history);
  });

  // rho = 1 - 9: weights grow eightfold a step.
  test("says where it diverged, and holds finite numbers only", () => {
    const result = compare({ optimizer: { ...adamw, lr: 1, weightDecay: 9 }, epochs: 400 });
    const { method: _, ...plain } = result.config;
    expect(result.diverged).toEqual(simulate(plain).diverged);
    expect(JSON.stringify(result.history)).not.toContain("null");
    expect(() => compare({ setting: { ...apart, sigma0: 1e200 } })).toThrow(InputError);
  });
});

describe("comparisonText", () => {
  test("names the levels, and why they are what they are", () => {
    const words = comparisonText(compare({}));
    expect(words).toContain("level 1 is scalar\nnot gram: the optimizer must be sgd, but is adamw\n");
    expect(words).toMatch(/level 2 has the wrong sign of the feature: class \+1 (never|from epoch \d+), class -1/);
    const other = comparisonText(compare({ optimizer: { name: "sgd", lr: 0.1 }, method: "gram" }));
    expect(other).toContain("level 1 is gram\nlevel 2 does not apply: the optimizer must keep moments, but is sgd\n");
  });
});
