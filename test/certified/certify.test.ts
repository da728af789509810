import { describe, expect, test } from "vitest";
import { ARITHMETIC_NAMES, type Precision } from "../../src/certified/arithmetics.ts";
import { type CertifyOptions, certify } from "../../src/certified/certify.ts";
import type { CertifiedMoment } from "../../src/certified/moment.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import type { DynamicsRun } from "../../src/dynamics/run.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import type { Interval } from "../../src/interval/interval.ts";
import { finish } from "../../src/sim/follow.ts";
import { schedule } from "../../src/sim/schedule.ts";
import { shadowOf } from "../dynamics/shadow.ts";
import { contained, holds } from "./contained.ts";
import { smallTraining } from "./trainings.ts";

const certified = (run: DynamicsRun, options: Partial<CertifyOptions> = {}) =>
  finish(certify(run, { arithmetic: "binary", digits: 80, until: ["features", "margins"], ...options }));

describe("a certified training", () => {
  test.each(ARITHMETIC_NAMES.flatMap((name) => [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => [name, seed] as const)))(
    "holds the training in 100 digits at every record, %s, seed %d",
    (arithmetic, seed) => {
      expect(contained(smallTraining(seed), { arithmetic }).outside).toEqual([]);
    },
  );

  /** Of every weight, from the papers' formulas alone, in 60 digits: another statement of the same training. */
  const isEveryWeights = (run: DynamicsRun) => {
    const { history, undecided } = certified(run);
    expect(undecided).toBe(undefined);
    const full = shadowOf(problemOf(run));
    for (const { batches } of schedule(run)) {
      for (let k = 0; k + 1 < batches.offsets.length; k++)
        full.step([...batches.indices.subarray(batches.offsets[k], batches.offsets[k + 1])]);
    }
    const { step, signal, noise } = history.at(-1) as CertifiedMoment;
    expect(step).toBe(20 * Math.ceil(3 / (run.batchSize as number)));
    const enclosures = [...signal.flat(), ...noise.flat(2)];
    const outside = full.coefficients().filter((x, at) => !holds(enclosures[at] as Interval, x, "1e-40"));
    expect(outside).toEqual([]);
    expect(Math.max(...enclosures.map(({ lo, hi }) => hi - lo))).toBeLessThan(0.01);
  };

  test.each([0, 1, 2, 3, 5])("is the training of every weight, seed %d", (seed) => {
    isEveryWeights(smallTraining(seed));
  });

  test.each([
    { name: "adam", weightDecay: 0.01, betas: [0.9, 0.999], eps: 1e-3, convention: "paper" },
    { name: "signsgd", weightDecay: 0.01 },
  ])(
    "is that of every weight where supports meet and $name's decay is coupled, which no coefficients follow",
    (optimizer) => {
      const setting = { n: 3, d: 5, s: 2, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.3 };
      const run = { setting, optimizer: { ...optimizer, lr: 0.01 }, batchSize: 2, epochs: 20, seed: 3, testSize: 1 };
      isEveryWeights(parseDynamics(run));
    },
  );

  const TIE = {
    setting: { n: 1, d: 2, s: 1, sigmaP: 1, alpha: 0, m: 1, q: 3, sigma0: 0 },
    start: { labels: [1], noisePatches: [[0, 1]], weights: [[[0, 0]], [[0, 0.4]]] },
    optimizer: { name: "signsgdw", lr: 0.1, weightDecay: 0 },
    batches: [[0], [0], [0], [0], [0]],
    testSize: 1,
  };

  /*
   * The pre-activation of class -1 is w = 0.4, label +1: its sign step is down by lr. fl(0.4) = 4 fl(0.1), so that after four steps w is 0 in real numbers, its slope 0, and it stays.
   * In doubles 0.4 - 0.1 - 0.1 - 0.1 - 0.1 is not 0. fl(0.1) has 55 binary digits after the point, and as many decimal ones.
   */
  test.each([
    ["binary", ["doubles", 20]],
    ["decimal", ["doubles", 20, 40, 80]],
  ] as const)("decides a tie that is one, with the digits that it takes: %s", (arithmetic, precisions) => {
    const { history, tried } = certified(parseDynamics({ ...TIE, recordEvery: 1 }), { arithmetic, until: [] });
    expect(history.map(({ noise }) => noise[0]?.[1]?.[0]?.lo)).toEqual([0.4, 0.3, 0.2, 0.1, 0, 0]);
    expect(tried.map(({ precision }): Precision => precision)).toEqual(precisions);
    expect(tried[0]?.open).toEqual({ step: 4, what: "the sign that a step takes" });
  });

  test("says which step and what would need more digits", () => {
    const { undecided, tried } = certified(parseDynamics(TIE), { arithmetic: "decimal", digits: 40 });
    expect(tried).toHaveLength(3);
    expect(undecided).toBe(
      "the sign that a step takes is not decided at step 4 with 40 significant digits; allow more digits",
    );
  });

  test("asks at the end alone, or at every record", () => {
    // u = 0 and a margin of -0.4^3 < 0 at the start are decided; the order of two noises of 0 is not.
    const even = { ...TIE, start: { ...TIE.start, weights: [[[0, 0]], [[0, 0]]] }, batches: [[0]] };
    const asked = (throughout: boolean) =>
      certified(parseDynamics(even), { until: ["order"], throughout, digits: 20 }).undecided;
    expect(asked(true)).toBe(
      "which of class +1's feature learning and memorized noise is larger is not decided at step 0 with 20 digits after the point; allow more digits",
    );
    expect(asked(false)).toContain("at step 1");
  });

  test("stops where it is told to", () => {
    const legs = certify(smallTraining(0), { arithmetic: "binary", digits: 20, until: [] });
    legs.next();
    const { value, done } = legs.next(true);
    expect(done).toBe(true);
    expect(value).toMatchObject({ interrupted: true, history: [{ step: 0 }] });
  });

  test.each([
    [
      { setting: { ...TIE.setting, q: 2.5 }, optimizer: { name: "sgd", lr: 0.1 } },
      /^setting\.q must be an integer .* for certified runs/,
    ],
    [
      {
        ...{ setting: { ...TIE.setting, n: 100, s: 500, d: 50001, m: 20, supports: "disjoint" }, start: undefined },
        ...{ optimizer: { name: "adamw", lr: 0.1 }, batches: [[0]] },
      },
      /holds .*; lower n, s or m, or set eps to 0$/,
    ],
  ])("refuses what it has no enclosure of: %j", (changed, sentence) => {
    expect(() => certified(parseDynamics({ ...TIE, ...changed }))).toThrow(sentence);
  });
});

describe("a training that runs away", () => {
  const away = (optimizer: string, lr: number, arithmetic: "binary" | "decimal" = "binary") =>
    certified(parseDynamics({ preset: "tiny", optimizer: { name: optimizer, lr }, batchSize: 2, epochs: 10 }), {
      arithmetic,
    });

  test.each([
    ["sgd", 1e6, "binary"],
    ["adamw", 1e4, "binary"],
    ["adamw", 1e6, "decimal"],
  ] as const)("%s, lr %d, %s: one sentence, and no digits are tried that cannot help", (name, lr, arithmetic) => {
    const { undecided, tried } = away(name, lr, arithmetic);
    expect(undecided).toMatch(/^the residual of a margin beyond 1e\d+ is not decided at step \d+ with .*; lower lr$/);
    expect(tried.length).toBeLessThan(3);
  });
});

test("a training can be stopped within an epoch", () => {
  const n = 400;
  const setting = { n, d: 1e6, s: 2, sigmaP: 0.5, alpha: 0.2, m: 5, q: 3, sigma0: 0.1, supports: "disjoint" };
  const run = parseDynamics({
    setting: { ...setting, labels: "balanced" },
    ...{ optimizer: { name: "sgd", lr: 0.1 }, batchSize: 1, epochs: 1, testSize: 1 },
  });
  const legs = certify(run, { arithmetic: "binary", digits: 20, until: [] });
  const { value } = legs.next();
  expect(value).toBeLessThan(0.1);
  expect(legs.next(true)).toMatchObject({ done: true, value: { interrupted: true } });
});

test("records that hold too much are refused at once", () => {
  const run = parseDynamics({
    preset: "tiny",
    optimizer: { name: "sgd", lr: 0.1 },
    batchSize: 2,
    epochs: 1e6,
    recordEvery: 1,
  });
  expect(() => certified(run)).toThrow(
    /^the records of a certified run must hold at most 5000000 enclosures, but 1000001/,
  );
});
