import { beforeEach, describe, expect, test } from "vitest";
import { comparison } from "../../src/dynamics/compare.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { problemOf } from "../../src/dynamics/problem.ts";
import { reduce } from "../../src/dynamics/reduce.ts";
import { parseComparison, parseDynamics, runOfResult } from "../../src/dynamics/run.ts";
import { defineActivation } from "../../src/library/defineActivation.ts";
import { defineData } from "../../src/library/defineData.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { MODEL_KEYS } from "../../src/setting/model.ts";
import { finish } from "../../src/sim/follow.ts";
import { simulate } from "../../src/sim/simulate.ts";
import type { Moment } from "../../src/sim/trajectory.ts";
import "../../src/sim/schedules/formula.ts";

beforeEach(() => {
  defineActivation({
    name: "test-swish",
    value: "z/(1 + exp(-z))",
    derivative: "1/(1 + exp(-z))*(1 + z/(1 + exp(z)))",
  });
  defineData({
    name: "test-pair",
    draw: ({ uniform, normal, setting: { d } }) => ({
      label: uniform() < 0.5 ? -1 : 1,
      patches: [1, 2].map(() => Array.from({ length: d }, normal)),
    }),
  });
});

const setting = {
  ...{ n: 4, d: 40, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 3, sigma0: 0.25 },
  ...{ labels: "balanced", supports: "disjoint" },
};
const ADAMW = { name: "adamw", lr: 0.01, weightDecay: 0.1, eps: 0 };
const SGD = { name: "sgd", lr: 0.1 };
const base = { setting, optimizer: ADAMW, batchSize: 2, epochs: 6, testSize: 5, seed: 3 };

interface Parts {
  readonly setting?: object;
  readonly optimizer?: object;
  readonly [key: string]: unknown;
}

const runOf = (parts: Parts) => parseDynamics({ ...base, ...parts, setting: { ...setting, ...parts.setting } });
const reduced = (parts: Parts) => reduce(problemOf(runOf(parts)));

/** Every part of the wider model that the scalars follow, each alone. */
const SCALAR: readonly Parts[] = [
  { setting: { mu: 2 } },
  { setting: { classes: 2 } },
  { setting: { featureSupport: 3 } },
  { setting: { features: 1 } },
  { setting: { xor: false } },
  { setting: { basis: "standard" } },
  { setting: { patches: 3 } },
  { setting: { patches: 1 } },
  { setting: { noise: "laplace" } },
  { setting: { alongFeature: true } },
  { setting: { flip: 0.3 } },
  { setting: { flip: 0.3, flipEvery: "step" } },
  { setting: { balance: 0.25 } },
  { setting: { activation: "oddPower" } },
  { setting: { activation: "leakyRelu", leak: 0.2 } },
  { setting: { activation: "smoothedRelu", knee: 0.5 } },
  { setting: { activation: "test-swish" } },
  { setting: { q: 1 } },
  { setting: { outputScale: "1/m" } },
  { setting: { biases: true } },
  { setting: { secondLayer: "trained" } },
  { loss: "hinge" },
  { loss: "crossEntropy", labelSmoothing: 0.1 },
  { batchSchedule: "1 + e" },
];

const schedule = (told: string) => `the learning rate must be constant, but ${told}`;

/** Parts that take recurrences away, and which. */
const LESS: readonly (readonly [Parts, string, Readonly<Record<string, string>>])[] = [
  [{ lrSchedule: "cosine" }, "active-set", { scalar: schedule('lrSchedule is "cosine"') }],
  [{ warmup: 2 }, "active-set", { scalar: schedule("warmup is 2") }],
  [{ lrSchedule: "linear", optimizer: SGD }, "active-set", { gram: schedule('lrSchedule is "linear"') }],
  [
    { setting: { patches: 3, supports: "independent", d: 12 } },
    "active-set",
    { scalar: "the supports must be disjoint, but two patches of example 0 share coordinate 5 (counted from 0)" },
  ],
  [
    { setting: { noise: "uniform" }, optimizer: { ...ADAMW, eps: 1e-8 } },
    "coordinate",
    { scalar: "eps must be 0 where noise entries differ in size, but is 1e-8" },
  ],
  [{ setting: { noise: "rademacher" }, optimizer: { ...ADAMW, eps: 1e-8 } }, "scalar", {}],
  [
    { setting: { patches: 3 }, optimizer: { ...ADAMW, name: "adam" } },
    "active-set",
    { scalar: "the weight decay must be decoupled or 0, but adam couples 0.1 into the gradient" },
  ],
];

/** Parts that nothing of level 1 follows. */
const NONE: readonly (readonly [Parts, RegExp])[] = [
  [{ setting: { data: "test-pair", labels: undefined, supports: undefined } }, /^setting\.data .* supports as the/],
  [{ setting: { classes: 3 } }, /^setting\.classes must be absent for level 1, which knows two outputs .* but is 3;/],
  [{ setting: { features: 2 } }, /^setting\.features must be absent for level 1, which knows one feature, but is 2;/],
  [{ setting: { xor: true } }, /^setting\.xor must be absent for level 1, which knows one feature, but is true;/],
  [{ setting: { basis: "rotated" } }, /^setting\.basis must be absent for level 1, which knows noise along the axes/],
];

function errorOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
}

describe("reduce, part by part of the wider model", () => {
  test.each(SCALAR.map((parts) => [JSON.stringify(parts), parts] as const))(
    "%s: scalar, and gram for sgd",
    (_, parts) => {
      expect(reduced(parts)).toMatchObject({
        method: { name: "scalar" },
        unmet: [{ method: "gram", condition: "the optimizer must be sgd, but is adamw" }],
      });
      expect(reduced({ ...parts, optimizer: SGD })).toMatchObject({ method: { name: "gram" }, unmet: [] });
    },
  );

  test.each(LESS.map((row) => [JSON.stringify(row[0]), ...row] as const))("%s: %s", (_, parts, method, reasons) => {
    const { method: taken, unmet = [] } = reduced(parts);
    expect(taken.name).toBe(method);
    const told = Object.fromEntries(unmet.map(({ method: name, condition }) => [name, condition]));
    expect(told).toMatchObject(reasons);
    for (const { condition } of unmet) expect(condition, "one sentence").not.toMatch(/\n|[.!?]\s+[A-Z]|\.$/);
  });

  test.each(NONE.map((row) => [JSON.stringify(row[0]), ...row] as const))("%s: none", (_, parts, words) => {
    const told = errorOf(() => runOf(parts));
    expect(told).toMatch(words);
    expect(told).toMatch(/; correct it, or train with simulate$/);
    expect(told, "one sentence").not.toMatch(/\n|[.!?]\s+[A-Z]|\.$/);
  });

  test("no part is left out here", () => {
    const rows = [...SCALAR, ...[...LESS, ...NONE].map(([parts]) => parts)];
    const told = new Set(
      rows.flatMap(({ setting: keys, ...rest }) => [...Object.keys(keys ?? {}), ...Object.keys(rest)]),
    );
    // What qualifies another key, and what is refused without it.
    const needless = ["frequencyRatio", "strengthRatio"];
    for (const key of [...MODEL_KEYS, "loss", "labelSmoothing", "lrSchedule", "warmup", "batchSchedule"])
      expect(told.has(key) || needless.includes(key), key).toBe(true);
  });

  test("signs are for the papers' model", () => {
    expect(errorOf(() => runOf({ method: "sign", loss: "hinge" }))).toBe(
      'loss must be "crossEntropy" or absent for signs in place of steps, which are of the papers\' model, but is "hinge"; correct it, or train with simulate',
    );
  });
});

/** Every number of a moment that fresh examples have no part in: those that meet coordinates of no training example are judged in distribution alone. */
const numbersOf = ({
  trainLoss,
  trainError,
  featureLearning,
  noiseMemorization: { min, max },
  metrics = {},
}: Moment) => [
  ...[trainLoss, trainError],
  ...[featureLearning, min, max].flatMap((of) => Object.values(of)),
  ...Object.keys(metrics)
    .filter((name) => !name.startsWith("test"))
    .map((name) => metrics[name]),
];

describe("dynamics beyond the papers' model", () => {
  // 12 steps of numbers of order 1: a kink or a tie that rounding decides would move them by whole steps; none does at this seed.
  test.each([...SCALAR, ...LESS.map(([parts]) => parts)].map((parts) => [JSON.stringify(parts), parts] as const))(
    "%s: the moments are simulate's",
    (_, parts) => {
      for (const optimizer of [parts.optimizer ?? ADAMW, SGD]) {
        const { method: __, ...run } = runOf({ ...parts, optimizer });
        const [full, followed] = [simulate(run), finish(dynamics({ ...run, method: "auto" }))];
        expect(followed.history.length).toBe(full.history.length);
        full.history.forEach((moment, k) => {
          const other = followed.history[k] as Moment;
          expect([other.epoch, other.step, Object.keys(other)]).toEqual([
            moment.epoch,
            moment.step,
            Object.keys(moment),
          ]);
          expect(Object.keys(other.metrics ?? {})).toEqual(Object.keys(moment.metrics ?? {}));
          const numbers = numbersOf(other);
          numbersOf(moment).forEach((value, at) => expect(numbers[at] ?? 0).toBeCloseTo(value ?? 0, 10));
        });
      }
    },
  );

  // The same labels are drawn at every step; full training on the touched coordinates beside the scalars: one and the same training.
  test("labels that are flipped at every step move every method alike", () => {
    const end = (method: string, optimizer: object) =>
      finish(dynamics(runOf({ setting: { flip: 0.3, flipEvery: "step", mu: 2 }, optimizer, method }))).final;
    const still = finish(dynamics(runOf({ setting: { mu: 2 } }))).final;
    for (const [method, optimizer] of [
      ["gram", SGD],
      ["scalar", ADAMW],
      ["coordinate", { ...ADAMW, eps: 1e-3 }],
    ] as const) {
      const [own, full] = [end(method, optimizer), end("active-set", optimizer)].map(numbersOf) as [number[], number[]];
      own.forEach((value, at) => expect(value).toBeCloseTo(full[at] as number, 10));
    }
    expect(end("scalar", ADAMW).trainLoss).not.toBeCloseTo(still.trainLoss, 3);
  });

  // (0.5/sqrt(0.7))^k falls to 2^-80 in 108 steps: example 0 is away for longer, and for less. Step by step of the coordinates the same is known otherwise.
  test("an example that is long away, with an eps and noise of one size", () => {
    const optimizer = { ...ADAMW, betas: [0.5, 0.7], eps: 1e-3 };
    const batches = [[0], ...Array(150).fill([1, 2]), [0, 3], ...Array(40).fill([1, 3]), [0]];
    const run = {
      setting: { noise: "rademacher", sigmaP: 0.25 },
      optimizer,
      batches,
      batchSize: undefined,
      epochs: undefined,
    };
    const [own, each] = ["scalar", "coordinate"].map((method) =>
      numbersOf(finish(dynamics(runOf({ ...run, method }))).final),
    ) as [number[], number[]];
    own.forEach((value, at) => expect(value).toBeCloseTo(each[at] as number, 13));
  });

  // 2001 examples of two noise patches each: more than the 4000 patches whose whole matrix is held.
  test("gram of very many patches goes along their noise", () => {
    const many = { n: 2001, s: 1, d: 5000, patches: 3, activation: "leakyRelu", q: 1 };
    const run = { setting: many, optimizer: { ...SGD, weightDecay: 0.25 }, batchSize: 1000, epochs: 2, testSize: 1 };
    const [own, full] = ["gram", "active-set"].map((method) =>
      numbersOf(finish(dynamics(runOf({ ...run, method }))).final),
    );
    own?.forEach((value, at) => expect(value).toBeCloseTo(full?.[at] as number, 10));
  });

  test("compare sets it beside the full training", () => {
    const keys = {
      patches: 3,
      flip: 0.3,
      activation: "leakyRelu",
      biases: true,
      secondLayer: "trained",
      featureSupport: 2,
    };
    const asked = { ...base, setting: { ...setting, ...keys }, loss: "squaredHinge" };
    const { level1, level2, history } = finish(comparison(parseComparison(asked)));
    expect(level1.method).toBe("scalar");
    expect(level2.unmet).toBe("the model must be the papers', whose proofs put signs in the place of steps");
    for (const { level1: apart, size } of history) {
      expect(Math.max(apart.signal, apart.noise)).toBeLessThan(1e-12);
      expect(Math.min(size.signal, size.noise)).toBeGreaterThan(0.1);
    }
  });
});

test("the run of a result of simulate may be one that level 1 cannot follow", () => {
  const { method, ...run } = runOfResult({ ...base, setting: { ...setting, classes: 3 } });
  expect(method).toBe("auto");
  expect(runOfResult(run)).toEqual({ ...run, method });
  expect(errorOf(() => runOfResult({ ...run, method: "auto" }))).toMatch(
    /^setting\.classes must be absent for level 1/,
  );
});
