import { describe, expect, test } from "vitest";
import "../../src/data/images/files.ts";
import { comparison } from "../../src/dynamics/compare.ts";
import { dynamics } from "../../src/dynamics/dynamics.ts";
import { parseComparison, parseDynamics } from "../../src/dynamics/run.ts";
import { jobAt, parsePlan } from "../../src/experiments/sweep/plan.ts";
import { runTrial } from "../../src/experiments/sweep/trial.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { fileIn, idxImages, idxLabels, REAL } from "../helpers/imageFiles.ts";
import { newFolder } from "../helpers/newFolder.ts";

const real = { images: REAL[0], labels: REAL[1] };

/** A run on the 16 real images. */
const runOn = (data: object = {}, setting: object = {}, more: object = {}) => ({
  setting: { n: 10, m: 2, q: 2, sigma0: 0.01, ...setting, data: { ...real, patch: [14, 14], stride: 7, ...data } },
  optimizer: { name: "sgd", lr: 0.01 },
  ...{ batchSize: 4, epochs: 3, ...more },
});

const errorOf = (input: unknown, parse: (input: unknown) => unknown = parseDynamics): string => {
  try {
    parse(input);
  } catch (error) {
    expect((error as Error).name).toBe("InputError");
    expect((error as Error).message).not.toContain("\n");
    return (error as Error).message;
  }
  return "";
};

/** Fails unless both have the same keys, and numbers that are as near as that, relative to the larger of 1 and their size. */
function expectNear(found: unknown, expected: unknown, tolerance: number, path = ""): void {
  if (typeof expected === "number") {
    expect(Math.abs((found as number) - expected), path).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(expected)),
    );
    return;
  }
  if (typeof expected !== "object" || expected === null) return expect(found, path).toEqual(expected);
  expect(Object.keys(found as object), path).toEqual(Object.keys(expected));
  for (const [key, value] of Object.entries(expected))
    expectNear((found as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`);
}

const VARIED: [string, object, object, object][] = [
  ["ten classes, overlapping patches", {}, {}, {}],
  [
    "weight decay, full batch",
    {},
    {},
    { batchSize: 10, epochs: 8, optimizer: { name: "sgd", lr: 0.05, weightDecay: 0.1 } },
  ],
  [
    "standardized",
    { normalize: "standard", stride: 14 },
    { m: 1, sigma0: 0.001 },
    { optimizer: { name: "sgd", lr: 0.001 } },
  ],
  ["whole images, two classes, hinge", { patch: [28, 28], only: [1, 3] }, { n: 6 }, { loss: "hinge" }],
  [
    "biases, second layer, flips, odd lanes",
    { only: [1, 3, 5], normalize: "length" },
    { n: 5, m: 3, biases: true, secondLayer: "trained", flip: 0.2, outputScale: "1/m" },
    {},
  ],
  ["labels flipped at every step", { only: [1, 3] }, { n: 6, flip: 0.25, flipEvery: "step" }, {}],
  ["a batch that shrinks", {}, {}, { batchSize: 8, batchSchedule: "cosine" }],
  ["batches that are given", {}, {}, { batchSize: undefined, epochs: undefined, batches: [[0, 3], [9], [1, 1, 2]] }],
];

describe("a training of level 1 on images", () => {
  // At most 24 steps from the same start: rounding (some thousand u a number, as the bounds of shownBasis.test.ts are) grows by at most 1 + eta times the
  // curvature a step, a few hundredths here, so that 1e-9 is far above what is left of it and far below any term of a gradient.
  test.each(VARIED)("records what the full one records: %s", (_, data, setting, more) => {
    const file = { ...runOn(data, setting), ...more };
    const { history, method, engine } = finish(dynamics(parseDynamics(file)));
    const full = simulate(parseRun(file));
    expect({ method: method.name, exact: method.exact, engine: engine.name }).toEqual({
      ...{ method: "gram", exact: true, engine: "gram" },
    });
    expectNear(history, full.history, 1e-9);
    const plain = finish(dynamics(parseDynamics(file), { engine: reference }));
    expect(JSON.stringify(plain.history)).toBe(JSON.stringify(history));
    expect(history.length).toBeGreaterThan(2);
    expect(history.at(-1)?.trainLoss).not.toBe(history[0]?.trainLoss);
  });

  test("keeps its last coefficients, class by class, and no decomposition, which is of a feature", () => {
    const run = parseDynamics(runOn({ stride: 14 }));
    const { coefficients } = finish(dynamics(run, { saveCoefficients: true })).final;
    const { signal, noise, first, ...rest } = coefficients as NonNullable<typeof coefficients>;
    const shape = (list: unknown): number[] => (Array.isArray(list) ? [list.length, ...shape(list[0])] : []);
    expect([signal, first, noise].map(shape)).toEqual([
      [10, 2],
      [10, 2, 10],
      [10, 2, 30],
    ]);
    expect(rest).toEqual({});
  });

  test("is compared with the full one", () => {
    const { history, level1, level2 } = finish(comparison(parseComparison(runOn())));
    expect(level1.method).toBe("gram");
    expect(level2.unmet).toMatch(/^the model must be the papers'/);
    const { size, level1: apart } = history.at(-1) as (typeof history)[number];
    // As above; zero would be a comparison of a level with itself.
    for (const of of ["signal", "noise"] as const) {
      expect(apart[of]).toBeLessThan(1e-12 * Math.max(1, size[of]));
      expect(apart[of]).toBeGreaterThan(0);
    }
  });

  test("is one of a plan: method dynamics follows it, method auto goes on training every weight", () => {
    const { optimizer, batchSize, epochs, setting } = runOn();
    const plan = (method: string) =>
      parsePlan({ base: { setting, optimizer, batchSize, epochs }, axes: { lr: [0.01, 0.02] }, seeds: [1], method });
    const [level1, auto, full] = ["dynamics", "auto", "simulate"].map((method) => runTrial(jobAt(plan(method), 1)));
    expect(level1?.engine.name).toBe("gram");
    expect(auto?.engine).toEqual(full?.engine);
    expectNear(level1?.final, full?.final, 1e-9);
  });

  test.each([
    [
      "adam",
      { optimizer: { name: "adam", lr: 0.1 } },
      /^optimizer must be "sgd" for level 1 on images, whose patches share .*, but is "adam"; .*simulate$/,
    ],
    ["signs", { optimizer: { name: "signsgd", lr: 0.1 } }, /^optimizer must be "sgd" .*"signsgd"/],
    ["momentum", { optimizer: { name: "momentum", lr: 0.1 } }, /^optimizer must be "sgd" .*"momentum"/],
    ["another method", { method: "scalar" }, /^method must be "auto" or "gram" on images, .* but is "scalar"/],
    ["the papers' signs", { method: "sign" }, /^setting\.data must be absent for signs in place of steps/],
    [
      "a rate that falls",
      { lrSchedule: "cosine" },
      /^lrSchedule must be "constant" for level 1 on images, but is "cosine"/,
    ],
    ["warmup", { warmup: 1 }, /^warmup must be 0 for level 1 on images, but is 1/],
  ])("refuses %s in one sentence", (_, more, sentence) => {
    expect(errorOf({ ...runOn(), ...more })).toMatch(sentence);
  });

  test("refuses single precision", () => {
    expect(errorOf(runOn({ precision: "float32" }))).toMatch(
      /^setting\.data\.precision must be "float64" for level 1, which knows products of doubles, but is "float32"/,
    );
  });

  // 10000 images of three patches: 16 * 30000^2 bytes.
  test("refuses more patches than whose products fit", () => {
    const folder = newFolder();
    const count = 10001;
    const row = [1, 2, 3, 4];
    const data = {
      images: fileIn(
        folder,
        "images",
        idxImages(
          1,
          4,
          Array.from({ length: count }, () => row),
        ),
      ),
      labels: fileIn(folder, "labels", idxLabels(Array.from({ length: count }, (_, i) => i % 2))),
      ...{ patch: [1, 2], stride: 1 },
    };
    const many = runOn(data, { n: 10000 });
    expect(errorOf(many)).toMatch(
      /^setting must fit in 2 GiB of memory \(16 bytes a pair of training patches, .*\), but needs 13\.4 GiB; lower n, .* or train with simulate$/,
    );
    expect(errorOf(many, parseComparison)).toMatch(
      /^setting must fit in 2 GiB of memory \(level 0: .*13\.4 GiB; lower n/,
    );
    expect(parseRun(many).setting.n).toBe(10000);
  });
});
