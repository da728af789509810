import { describe, expect, test } from "vitest";
import "../../src/data/images/files.ts";
import type { Rows } from "../../src/data/entries.ts";
import { drawExamples } from "../../src/data/examples.ts";
import { drawStart } from "../../src/data/start.ts";
import { networkOf } from "../../src/setting/network.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { wasm } from "../../src/sim/engines/wasm.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { softmaxLoss } from "../../src/sim/losses/softmax.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { expectWithin } from "../helpers/close.ts";
import { fileIn, idxImages, idxLabels, pixels, REAL, records } from "../helpers/imageFiles.ts";
import { newFolder } from "../helpers/newFolder.ts";
import { mustJudgeAlike } from "../helpers/sameTraining.ts";

const real = { images: REAL[0], labels: REAL[1] };

/** A run on the 16 real images. */
const runOn = (data: object = {}, setting: object = {}, more: object = {}) => ({
  setting: { n: 10, m: 2, q: 2, sigma0: 0.1, ...setting, data: { ...real, patch: [14, 14], ...data } },
  optimizer: { name: "adam", lr: 0.01 },
  ...{ batchSize: 4, epochs: 3, ...more },
});

/** Row `i` of some rows, with its zeros. */
function dense({ rows, coordinates, values }: Rows, i: number, d: number): number[] {
  const out = new Array<number>(d).fill(0);
  for (let e = rows[i] as number; e < (rows[i + 1] as number); e++) out[coordinates[e] as number] = values[e] as number;
  return out;
}

/** All patches of example i. */
function patchesOf(examples: ReturnType<typeof drawExamples>, i: number, P: number, d: number): number[][] {
  const { features, directions } = examples.shown as NonNullable<typeof examples.shown>;
  const first = dense(directions, features[i] as number, d);
  return [first, ...Array.from({ length: P - 1 }, (_, p) => dense(examples, i * (P - 1) + p, d))];
}

describe("a run file with images", () => {
  test("is completed by what the files say, and the same when it is parsed again", () => {
    const run = parseRun(runOn());
    expect(run.setting).toMatchObject({ d: 196, patches: 4, classes: 10, s: 195, sigmaP: 0, alpha: 0 });
    expect(run.setting.data).toMatchObject({ format: "idx", stride: [14, 14], normalize: "unit" });
    expect(run.testSize).toBe(6);
    expect(JSON.stringify(parseRun(run))).toBe(JSON.stringify(run));
  });

  test("says in what patches are multiplied where that is not doubles", () => {
    const [plain, double, single] = [undefined, "float64", "float32"].map((precision) =>
      parseRun(runOn({ ...(precision && { precision }) })),
    );
    expect(JSON.stringify(double)).toBe(JSON.stringify(plain));
    expect(single?.setting.data).toMatchObject({ precision: "float32" });
    expect(JSON.stringify(parseRun(single))).toBe(JSON.stringify(single));
  });

  test("holds the hash of the files, and other bytes under the same name are noticed", () => {
    const folder = newFolder();
    const write = (last: number) => {
      const images = pixels(6, 4).map((row, i) => (i === 5 ? [...row.slice(1), last] : row));
      return {
        images: fileIn(folder, `i${last}`, idxImages(2, 2, images)),
        labels: fileIn(folder, "l", idxLabels([0, 1, 0, 1, 0, 1])),
      };
    };
    const [one, other] = [write(1), write(2)].map((files) => ({ ...files, patch: [1, 2] }));
    const setting = { n: 3, m: 2, q: 2, sigma0: 0.1 };
    const run = (data: object) => ({
      setting: { ...setting, data },
      optimizer: { name: "sgd", lr: 1 },
      batchSize: 1,
      epochs: 1,
    });
    const { sha256 } = parseRun(run(one as object)).setting.data as { sha256: string };
    expect(() => parseRun(run({ ...other, sha256 }))).toThrow(
      /^setting\.data\.sha256 must be "?[0-9a-f]{64}, that of the files, but is "[0-9a-f]+/,
    );
    expect(parseRun(run({ ...one, sha256 })).setting.data).toMatchObject({ sha256 });
  });

  type Row = [what: string, input: object, sentence: RegExp];
  const rows: Row[] = [
    ["an unknown key", runOn({ strid: 2 }), /^strid must be a known key of setting\.data.*"stride"/],
    ["no patch", runOn({ patch: undefined }), /^setting\.data\.patch must be \[height, width\] in pixels/],
    [
      "a patch larger than an image",
      runOn({ patch: [14, 29] }),
      /^setting\.data\.patch must be at most 28 x 28, an image/,
    ],
    ["a stride of 0", runOn({ stride: 0 }), /^setting\.data\.stride must be pixels, 1 or more/],
    ["another format", runOn({ format: "cifar" }), /^setting\.data\.format must be one of idx, cifar10, cifar100/],
    ["labels of CIFAR", runOn({ format: "cifar10" }), /^setting\.data\.labels must be absent, as cifar10/],
    ["no labels", runOn({ labels: undefined }), /^setting\.data\.labels must be a path/],
    [
      "labels of one file of two",
      runOn({ images: [REAL[0], REAL[0]] }),
      /^setting\.data\.labels must be as many files/,
    ],
    [
      "no normalization",
      runOn({ normalize: "none" }),
      /^setting\.data\.normalize must be one of unit, standard, length/,
    ],
    [
      "another precision",
      runOn({ precision: "float16" }),
      /^setting\.data\.precision must be one of float64, float32, but is "float16"/,
    ],
    ["a precision of the run", { ...runOn(), precision: "float32" }, /^precision must be a known key of a run/],
    [
      "a precision of drawn data",
      { ...runOn(), setting: { ...runOn().setting, data: undefined, precision: "float32" } },
      /^setting\.precision must be a known key of setting/,
    ],
    ["one label", runOn({ only: [3] }), /^setting\.data\.only must be a list of two labels or more/],
    ["a label twice", runOn({ only: [3, 3] }), /^setting\.data\.only must be a list of two labels/],
    [
      "a label that no image has",
      runOn({ only: [3, 8] }),
      /^setting\.data\.only must be labels that the files have, but is 8/,
    ],
    ["test files that are none", runOn({ test: 3 }), /^setting\.data\.test must be \{ images, labels \}, but is 3/],
    [
      "a package that is not installed",
      runOn({ images: "npm:no-such-package/x" }),
      /^setting\.data\.images must be in an installed package/,
    ],
    ["a hash that is none", runOn({ sha256: "abc" }), /^setting\.data\.sha256 must be 64 hexadecimal digits/],
    [
      "d that is another",
      runOn({}, { d: 100 }),
      /^setting\.d must be 196, as setting\.data says, or absent, but is 100/,
    ],
    ["noise", runOn({}, { sigmaP: 1 }), /^setting\.sigmaP must be 0, as setting\.data says/],
    ["a law of noise", runOn({}, { noise: "laplace" }), /^setting\.noise must be absent where data are images/],
    ["a signal", runOn({}, { mu: 2 }), /^setting\.mu must be absent where data are images/],
    ["a rotated basis", runOn({}, { basis: "rotated" }), /^setting\.basis must be absent where data are images/],
    ["supports", runOn({}, { supports: "disjoint" }), /^setting\.supports must be absent where data are images/],
    [
      "fewer classes than labels",
      runOn({}, { classes: 5 }),
      /^setting\.data\.labels must be labels from 0 to 4, but label 0 is 5/,
    ],
    ["more images than there are", runOn({}, { n: 16 }), /^setting\.n must be at most 15, the images to train on/],
    [
      "more test images than are left",
      runOn({}, {}, { testSize: 7 }),
      /^testSize must be at most 6, the images left for the test/,
    ],
    ["no n", runOn({}, { n: undefined }), /^setting\.n must be a positive integer/],
    ["a list", { ...runOn(), setting: { ...runOn().setting, data: [] } }, /^setting\.(d|data) must be/],
  ];
  test.each(rows)("%s is refused in one sentence", (_, input, sentence) => {
    let said = "";
    try {
      parseRun(input);
    } catch (error) {
      expect((error as Error).name).toBe("InputError");
      said = (error as Error).message;
    }
    expect(said).toMatch(sentence);
    expect(said).not.toContain("\n");
  });
});

test("images have a thousand patches at most", () => {
  const images = fileIn(newFolder(), "batch.bin", records(pixels(3, 3073).map(([, ...row], i) => [i % 2, ...row])));
  const data = { format: "cifar10", images, labels: undefined, patch: [1, 1], only: [0, 1] };
  expect(() => parseRun(runOn(data, { n: 2 }))).toThrow(/^setting\.data\.stride must be such that an image has 1000/);
});

describe("examples of images", () => {
  const P = 4;
  const d = 196;

  test("are pixels over 255, patch by patch, and zeros are not stored", () => {
    const { setting, seed } = parseRun(runOn());
    const examples = drawExamples(setting, seed, "trainExample", 10);
    for (let i = 0; i < 10; i++) {
      for (const value of patchesOf(examples, i, P, d).flat()) {
        expect(value * 255).toBe(Math.round(value * 255));
        expect(value).toBeLessThanOrEqual(1);
      }
    }
    expect([...examples.values]).not.toContain(0);
  });

  test("without test files those of the test are the images that are not trained on, and labels go with them", () => {
    const { setting, seed } = parseRun(runOn({ normalize: "length" }, { n: 9 }));
    const [train, fresh] = [
      drawExamples(setting, seed, "trainExample", 9),
      drawExamples(setting, seed, "testExample", 7),
    ];
    const all = [train, fresh].flatMap((set) =>
      Array.from({ length: set.count }, (_, i) => `${set.labels[i]} ${JSON.stringify(patchesOf(set, i, P, d))}`),
    );
    expect(new Set(all).size).toBe(16);
    const labels = [...train.labels, ...fresh.labels].sort((a, b) => a - b);
    expect(labels).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4, 3, 5, 3, 6, 1, 7].map((y) => y + 1).sort((a, b) => a - b));
    // Each image has length 1.
    for (let i = 0; i < 9; i++) {
      const squares = patchesOf(train, i, P, d)
        .flat()
        .reduce((sum, x) => sum + x * x, 0);
      expect(squares).toBeCloseTo(1, 12);
    }
  });

  test("image i depends on the seed, and on neither n nor how many there are", () => {
    const of = (n: number, seed: number) => {
      const { setting } = parseRun(runOn({ test: real }, { n, classes: 10 }));
      return drawExamples(setting, seed, "trainExample", n);
    };
    const [few, many, other] = [of(5, 1), of(12, 1), of(12, 2)];
    for (let i = 0; i < 5; i++) expect(patchesOf(few, i, P, d)).toEqual(patchesOf(many, i, P, d));
    const order = (examples: typeof many) => Array.from({ length: 12 }, (_, i) => patchesOf(examples, i, P, d));
    expect(order(other)).not.toEqual(order(many));
  });

  test("standardized, the training images have mean 0 and variance 1 in each channel", () => {
    const folder = newFolder();
    const all = pixels(4, 3072).map((row, i) => [
      i % 2,
      ...row.map((byte, k) => (k < 1024 ? 9 : k < 2048 ? byte : byte >> 2)),
    ]);
    const images = fileIn(folder, "batch.bin", records(all));
    const data = { format: "cifar10", images, patch: [16, 16], normalize: "standard", only: [0, 1] };
    const { setting, seed } = parseRun({ ...runOn(), setting: { n: 3, m: 1, q: 2, sigma0: 1, data }, batchSize: 1 });
    expect(setting).toMatchObject({ d: 768, patches: 4, classes: 2 });
    const examples = drawExamples(setting, seed, "trainExample", 3);
    for (const channel of [0, 1, 2]) {
      const values = [0, 1, 2].flatMap((i) =>
        patchesOf(examples, i, 4, 768).flatMap((row) => row.slice(256 * channel, 256 * channel + 256)),
      );
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const variance = values.reduce((sum, x) => sum + x * x, 0) / values.length;
      expect(mean).toBeCloseTo(0, 12);
      // The first channel has one colour.
      expect(variance).toBeCloseTo(channel === 0 ? 0 : 1, 12);
    }
    expect([...examples.labels].every((y) => y === 1 || y === -1)).toBe(true);
  });

  test("whole images are one vector", () => {
    const { setting, seed } = parseRun(runOn({ patch: [28, 28], only: [1, 3] }, { n: 6 }));
    expect(setting).toMatchObject({ d: 784, patches: 1, classes: 2 });
    const examples = drawExamples(setting, seed, "trainExample", 6);
    expect(examples.rows.length).toBe(7);
    expect(examples.shown?.strengths).toEqual(new Float64Array(6));
  });
});

describe("a training on images", () => {
  const VARIED: [string, object, object, object][] = [
    ["adam", {}, {}, {}],
    ["adam, standardized", { normalize: "standard" }, { m: 5 }, {}],
    [
      "adamw, float32",
      { precision: "float32" },
      { m: 5 },
      { optimizer: { name: "adamw", lr: 0.01, weightDecay: 0.1 } },
    ],
    [
      "nadam, standardized, float32, two classes",
      { normalize: "standard", precision: "float32", only: [1, 3] },
      { n: 6 },
      { optimizer: { name: "nadam", lr: 0.01 } },
    ],
    [
      "sgd, whole images, two classes",
      { patch: [28, 28], only: [1, 3] },
      { n: 6 },
      { optimizer: { name: "sgd", lr: 0.1 }, loss: "hinge" },
    ],
    [
      "muon, standardized",
      { normalize: "standard", stride: 7 },
      { activation: "smoothedRelu" },
      { optimizer: { name: "muon", lr: 0.01 } },
    ],
    [
      "lion, biases, flips",
      {},
      { biases: true, secondLayer: "trained", flip: 0.2 },
      { optimizer: { name: "lion", lr: 0.001 } },
    ],
  ];
  test.each(VARIED)("has the same bytes in both engines: %s", (_, data, setting, more) => {
    const run = parseRun({ ...runOn(data, setting), ...more });
    const [one, other] = [reference, wasm].map((engine) => simulate(run, { engine, saveWeights: true }));
    expect(JSON.stringify({ ...other, engine: 0 })).toBe(JSON.stringify({ ...one, engine: 0 }));
    expect(one?.final.step).toBe(3 * Math.ceil(run.setting.n / 4));
    const network = networkOf("cnn", run.setting);
    const start = drawStart(run.setting, network, 1);
    mustJudgeAlike(reference, wasm, { network, optimizer: run.optimizer, ...start }, run.setting.d);
  });

  test("its gradient is that of central differences", () => {
    const run = parseRun(runOn({ normalize: "standard" }, { q: 2, m: 2, biases: true }));
    const network = networkOf("cnn", run.setting);
    const { examples, weights } = drawStart(run.setting, network, 3);
    const batch = [0, 3, 7];
    const response = newResponse(network);
    const lossAt = (at: Float64Array) => {
      const losses = batch.map((i) => {
        respond(at, examples, i, response);
        return softmaxLoss(response.outputs, (examples.labels[i] as number) - 1);
      });
      return losses.reduce((sum, x) => sum + x, 0) / batch.length;
    };
    const gradient = batchGradient(network, weights, examples, batch);
    const h = 1e-5;
    const places = Array.from({ length: 40 }, (_, k) => (k * 97) % weights.length);
    const differences = places.map((k) => {
      const moved = (by: number) => weights.map((w, at) => (at === k ? w + by : w));
      return (lossAt(moved(h)) - lossAt(moved(-h))) / (2 * h);
    });
    // Error h^2/6 times a third derivative of a few thousand, and rounding u L/h: both below 1e-6 here.
    expectWithin(
      Float64Array.from(differences),
      places.map((k) => gradient[k] as number),
      () => 1e-6,
    );
  });

  test("does not see in which order patches stand", () => {
    const folder = newFolder();
    const raw = pixels(8, 64);
    // Columns of an 8 x 8 image by halves: patches of 8 x 4 change places.
    const turned = raw.map((row) => row.map((_, k) => row[(k & ~7) | ((k + 4) & 7)] as number));
    const labels = fileIn(folder, "labels", idxLabels([0, 1, 2, 3, 0, 1, 2, 3]));
    const results = [raw, turned].map((images, k) => {
      const data = { images: fileIn(folder, `images${k}`, idxImages(8, 8, images)), labels, patch: [8, 4] };
      const setting = { n: 6, m: 2, q: 2, sigma0: 0.1, data };
      return simulate(parseRun({ ...runOn(), setting, batchSize: 2, epochs: 5 }), { saveWeights: true });
    });
    const [one, other] = results.map(({ final }) => (final.weights ?? []).flat(2)) as [number[], number[]];
    // Sums of two patches in another order: some 15 steps of rounding, which Adam's division by small roots may grow.
    expectWithin(other, one, () => 1e-9);
  });

  test("learns: the loss falls, and errors are told class by class", () => {
    const run = parseRun(runOn({}, { m: 4 }, { epochs: 60 }));
    const { history, final } = simulate(run);
    expect(final.trainError).toBe(0);
    expect(final.trainLoss).toBeLessThan((history[0]?.trainLoss ?? 0) / 10);
    expect(final.metrics).toHaveProperty("featureLearning10");
  });
});
