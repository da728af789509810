import { describe, expect, it } from "vitest";
import type { Level } from "../../proofs-check/claim.ts";
import { type Observed, observe } from "../../proofs-check/observe.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { featureLearning } from "../../src/sim/featureLearning.ts";
import { finish } from "../../src/sim/follow.ts";

const run = parseDynamics({
  setting: { n: 6, d: 80, s: 4, sigmaP: 0.3, alpha: 0.2, m: 2, q: 3, sigma0: 0.1, supports: "disjoint" },
  optimizer: { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 0 },
  ...{ batchSize: 4, epochs: 5, recordEvery: 2, testSize: 1 },
});
const seen = (level: Level, every?: "step" | "record"): Observed[] => [...observe(run, level, every).moments];

describe("observe", () => {
  it("shows every step, or every record, of the same training", () => {
    const steps = seen(1);
    // 6 examples in batches of 4 are 2 steps an epoch.
    expect(steps.map(({ step }) => step)).toEqual([...Array(11).keys()]);
    expect(steps.map(({ epoch }) => epoch).slice(0, 4)).toEqual([0, 4 / 6, 1, 10 / 6]);
    const records = seen(1, "record");
    expect(records).toEqual(steps.filter(({ step }) => [0, 4, 8, 10].includes(step)));
  });

  it("sees what a run records", () => {
    const { history } = finish(dynamics(run));
    const records = seen(1, "record");
    expect(records.map(({ signal }) => featureLearning(2, signal))).toEqual(
      history.map(({ featureLearning }) => featureLearning),
    );
  });

  it("sees the same at levels 0 and 1, up to rounding, and another thing at level 2", () => {
    const [network, exact, signs] = ([0, 1, 2] as const).map((level) => seen(level).at(-1) as Observed);
    const largest = (a: Observed, b: Observed) =>
      Math.max(...[...a.signal, ...a.noise].map((x, k) => Math.abs(x - ([...b.signal, ...b.noise][k] as number))));
    // 10 steps on numbers of size 0.1: a normalized step magnifies the rounding of a gradient, of relative size 1e-15, not at all.
    expect(largest(network as Observed, exact as Observed)).toBeLessThan(1e-13);
    expect(largest(exact as Observed, signs as Observed)).toBeGreaterThan(1e-3);
  });

  it("stops when no more is asked of it", () => {
    const { moments, recurrence } = observe(run, 1);
    for (const { step } of moments) if (step === 3) break;
    expect(recurrence.step).toBe(3);
  });

  it("needs what the level needs", () => {
    const coupled = { ...run, optimizer: { ...run.optimizer, name: "sgd" } };
    expect(() => observe(coupled, 2)).toThrow(/method must be one whose conditions hold/);
  });
});
