import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Examples } from "../../src/data/examples.ts";
import { drawStart } from "../../src/data/start.ts";
import { openStream } from "../../src/random/stream.ts";
import { uniform } from "../../src/random/uniform.ts";
import { networkOf } from "../../src/setting/network.ts";
import { PRESETS } from "../../src/setting/presets.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { reference } from "../../src/sim/engines/reference.ts";
import { newResponse, respond } from "../../src/sim/forward.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { crossEntropy } from "../../src/sim/losses/crossEntropy.ts";
import { lossOf } from "../../src/sim/losses/registry.ts";
import { softmaxLoss, softmaxPulls } from "../../src/sim/losses/softmax.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";
import { seeds } from "../helpers/arbitraries.ts";
import { UNIT } from "../helpers/close.ts";
import { featureSettings, widerSettings } from "../helpers/widerSettings.ts";

const TINY = PRESETS.tiny?.setting as Setting;
const startOf = (setting: Setting, seed: number) => drawStart(setting, networkOf("cnn", setting), seed);

/** Every patch of an example, dense: signal first; signal and noise in one where there is one patch. */
function patchesOf(setting: Setting, examples: Examples, i: number): number[][] {
  const { d, patches = 2, mu = 1, featureSupport: k = 1 } = setting;
  const dense = (rows: Pick<Examples, "rows" | "coordinates" | "values">, row: number) => {
    const x = new Array<number>(d).fill(0);
    for (let e = rows.rows[row] as number; e < (rows.rows[row + 1] as number); e++)
      x[rows.coordinates[e] as number] = rows.values[e] as number;
    return x;
  };
  const { shown, truths, labels } = examples;
  const usual = new Array<number>(d).fill(0).map((_, c) => (c < k ? 1 / Math.sqrt(k) : 0));
  const direction = shown ? dense(shown.directions, shown.features[i] as number) : usual;
  const strength = shown ? (shown.strengths[i] as number) : ((truths ?? labels)[i] as number) * mu;
  const signal = direction.map((x) => strength * x);
  const count = Math.max(1, patches - 1);
  const noise = Array.from({ length: count }, (_, p) => dense(examples, i * count + p));
  return patches === 1 ? [signal.map((x, c) => x + ((noise[0] as number[])[c] as number))] : [signal, ...noise];
}

/** The number of roundings of anything here is below 40 d; sizes multiply to less than this power of what they add up to. */
const boundOf = (setting: Setting, sizes: number) => 40 * setting.d * UNIT * (1 + sizes) ** 8;
const sizeOf = (values: Iterable<number>) => [...values].reduce((sum, x) => sum + Math.abs(x), 0);

/** A linear network with the square loss: its gradient is a polynomial, so that a rounding stays one. */
const linear = (setting: Setting): Setting => {
  const { activation, leak, knee, biases, secondLayer, ...rest } = setting;
  return { ...rest, q: 1, activation: "oddPower" };
};

describe("a network that sees several features", () => {
  test.prop([featureSettings, seeds])("answers as one that is given the patches", (given, seed) => {
    const { secondLayer, biases, outputScale, ...rest } = given;
    const setting: Setting = { ...rest, q: 3, activation: "power" };
    delete (setting as { leak?: number }).leak;
    const { examples, weights } = startOf(setting, seed);
    const response = newResponse(networkOf("cnn", setting));
    const width = 2 * setting.m;
    for (let i = 0; i < examples.count; i++) {
      const margin = respond(weights, examples, i, response);
      const patches = patchesOf(setting, examples, i);
      const output = (first: number) =>
        Array.from({ length: setting.m }, (_, r) =>
          patches.reduce((sum, x) => {
            const z = x.reduce((along, value, c) => along + value * (weights[c * width + first + r] as number), 0);
            return sum + Math.max(z, 0) ** 3;
          }, 0),
        ).reduce((sum, value) => sum + value, 0);
      const expected = (examples.labels[i] as number) * (output(0) - output(setting.m));
      const sizes = sizeOf(weights) + sizeOf(patches.flat());
      expect(Math.abs(margin - expected)).toBeLessThanOrEqual(boundOf(setting, sizes));
    }
  });

  test.prop([featureSettings, seeds])(
    "has a gradient that is turned with the basis: GD does not see it",
    (given, seed) => {
      const setting = linear({ ...given, basis: "standard" });
      const turned: Setting = { ...setting, basis: "rotated" };
      const loss = lossOf({ loss: "square" });
      const at = [setting, turned].map((one) => {
        const { examples, weights } = startOf(one, seed);
        const all = Array.from({ length: examples.count }, (_, i) => i);
        return { examples, weights, gradient: batchGradient(networkOf("cnn", one), weights, examples, all, loss) };
      }) as [Turned, Turned];
      const sizes =
        sizeOf(at[0].weights) + sizeOf(at[0].examples.values) + sizeOf(at[0].examples.shown?.strengths ?? [1]);
      // Lengths and inner products are those of before.
      const width = 2 * setting.m;
      for (const name of ["weights", "gradient"] as const) {
        for (let r = 0; r < width; r++) {
          for (let other = 0; other <= r; other++) {
            const [standard, rotated] = at.map((one) => {
              const lane = (k: number) => one[name].filter((_, e) => e % width === k);
              const [x, y] = [lane(r), lane(other)];
              return x.reduce((sum, value, c) => sum + value * (y[c] as number), 0);
            }) as [number, number];
            expect(Math.abs(standard - rotated)).toBeLessThanOrEqual(boundOf(setting, sizes));
          }
        }
      }
    },
  );

  it("is trained by GD to the same metrics in a rotated basis, and by Adam to others", () => {
    const of = (name: string, basis: "standard" | "rotated") =>
      simulate(
        parseRun({
          setting: { ...TINY, basis },
          ...{ optimizer: { name, lr: 0.05 }, batchSize: 3, epochs: 20, testSize: 200, recordEvery: 20 },
        }),
      ).final;
    const [plain, turned] = [of("sgd", "standard"), of("sgd", "rotated")];
    expect(turned.trainLoss).toBeCloseTo(plain.trainLoss, 12);
    expect(turned.featureLearning["+1"]).toBeCloseTo(plain.featureLearning["+1"], 12);
    expect(turned.testError).toBe(plain.testError);
    const [adam, other] = [of("adam", "standard"), of("adam", "rotated")];
    expect(Math.abs(adam.trainLoss - other.trainLoss)).toBeGreaterThan(1e-6);
  });

  it("says of every feature how it is learnt, and how often examples that show it are mistaken", () => {
    const run = parseRun({
      setting: { ...TINY, features: 2, strengthRatio: 2 },
      ...{ optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3, testSize: 100 },
    });
    const { metrics = {}, featureLearning, testError } = simulate(run).final;
    expect(metrics.feature1Plus).toBe(featureLearning["+1"]);
    expect(metrics.feature1Minus).toBe(featureLearning["-1"]);
    expect(Object.keys(metrics)).toEqual(
      expect.arrayContaining(["feature2Plus", "feature2Minus", "testErrorFeature1", "testErrorFeature2"]),
    );
    const [low, high] = [metrics.testErrorFeature1, metrics.testErrorFeature2].sort((a, b) => Number(a) - Number(b));
    expect(testError).toBeGreaterThanOrEqual(Number(low));
    expect(testError).toBeLessThanOrEqual(Number(high));
  });
});

type Turned = { examples: Examples; weights: Float64Array; gradient: Float64Array };

describe("labels that are flipped at every step", () => {
  test.prop([seeds, fc.constantFrom(0.1, 0.4)], { numRuns: 30 })("are those of the step's own stream", (seed, flip) => {
    const network = networkOf("cnn", TINY);
    const { examples, weights } = startOf(TINY, seed);
    const optimizer = {
      name: "adam",
      lr: 0.05,
      weightDecay: 0.01,
      convention: "pytorch",
      betas: [0.9, 0.99],
      eps: 1e-8,
    } as const;
    const noisy = reference.start({ network, optimizer, examples, weights, labelNoise: { flip, seed } });
    const batch = [4, 0, 3];
    let state = noisy.state();
    for (let step = 1; step <= 6; step++) {
      noisy.run({ indices: Int32Array.from(batch), offsets: Int32Array.of(0, 3) });
      const stream = openStream(seed, "stepFlip", step);
      const labels = examples.labels.slice();
      for (const i of batch) if (uniform(stream) < flip) labels[i] = -(labels[i] as number);
      const one = reference.start({
        network,
        optimizer,
        examples: { ...examples, labels, truths: examples.labels },
        weights,
      });
      one.restore(state);
      one.run({ indices: Int32Array.from(batch), offsets: Int32Array.of(0, 3) });
      state = one.state();
      expect(noisy.state()).toEqual(state);
    }
  });

  it("leave the examples' own labels as they are", () => {
    const run = (flipEvery: "once" | "step") =>
      simulate(
        parseRun({
          setting: { ...TINY, flip: 0.3, flipEvery },
          ...{ optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 2, testSize: 50 },
        }),
      );
    expect(run("step").final.metrics?.trainErrorFlipped).toBeUndefined();
    expect(run("once").final.metrics?.trainErrorFlipped).toBeDefined();
    expect(run("step").history[0]?.trainError).not.toBe(undefined);
  });
});

describe("a network of three classes and more", () => {
  const classSettings = fc.tuple(widerSettings, fc.integer({ min: 3, max: 5 })).map(
    ([{ balance, ...setting }, classes]): Setting => ({
      ...setting,
      classes,
      d: setting.d + classes * (setting.featureSupport ?? 1),
    }),
  );

  test.prop([classSettings, seeds])("does not care which class is called which", (setting, seed) => {
    const network = networkOf("cnn", setting);
    const { examples, weights } = startOf(setting, seed);
    const { classes = 2, m } = setting;
    const next = (side: number) => (side + 1) % classes;
    // Neurons of a class move on to the next one, as labels do.
    const moveOn = (rows: Float64Array) => {
      const moved = new Float64Array(rows.length);
      rows.forEach((value, at) => {
        const [row, lane] = [Math.floor(at / (classes * m)), at % (classes * m)];
        moved[row * classes * m + next(Math.floor(lane / m)) * m + (lane % m)] = value;
      });
      return moved;
    };
    const labels = examples.labels.map((label) => 1 + next(label - 1));
    const all = Array.from({ length: examples.count }, (_, i) => i);
    const gradient = batchGradient(network, weights, examples, all);
    const other = batchGradient(network, moveOn(weights), { ...examples, labels }, all);
    // Sums over classes are of other orders: K terms each, of the examples' shares, which are at most 1.
    const expected = moveOn(gradient);
    const sizes = sizeOf(weights) + sizeOf(examples.values) + (setting.mu ?? 1) * examples.count;
    const degree = 2 * Math.max(setting.q, 3);
    const bound =
      100 * setting.d * classes * UNIT * (1 + sizes) ** degree * (1 / Math.min(1, setting.knee ?? 1)) ** setting.q;
    other.forEach((value, at) => {
      expect(Math.abs(value - (expected[at] as number))).toBeLessThanOrEqual(bound);
    });
  });

  test.prop([classSettings, seeds])("has losses that pull nobody, together", (setting, seed) => {
    const network = networkOf("cnn", setting);
    const { examples, weights } = startOf(setting, seed);
    const response = newResponse(network);
    const pulls = new Float64Array(setting.classes as number);
    for (let i = 0; i < examples.count; i++) {
      const margin = respond(weights, examples, i, response);
      const side = (examples.labels[i] as number) - 1;
      softmaxPulls(response.outputs, side, 1, pulls);
      expect(pulls[side]).toBe(-pulls.reduce((sum, pull, c) => (c === side ? sum : sum + pull), 0));
      expect(pulls.every((pull, c) => (c === side ? pull <= 0 : pull >= 0))).toBe(true);
      // With two classes besides the first it is between those of two: log(1 + e^-z) and log(1 + (K - 1) e^-z).
      const loss = softmaxLoss(response.outputs, side);
      expect(loss).toBeGreaterThanOrEqual(crossEntropy(margin) * (1 - 8 * UNIT) - 8 * UNIT * sizeOf(response.outputs));
      expect(loss).toBeLessThanOrEqual(
        crossEntropy(margin) + Math.log(pulls.length - 1) + 1e-12 * (1 + sizeOf(response.outputs)),
      );
    }
  });

  it("is trained by Adam, and tells every class apart", () => {
    const run = parseRun({
      setting: { ...TINY, classes: 3, d: 40 },
      ...{ optimizer: { name: "adam", lr: 0.02 }, batchSize: 2, epochs: 60, testSize: 300 },
    });
    const { metrics = {}, trainError, featureLearning } = simulate(run).final;
    expect(trainError).toBe(0);
    expect(metrics.featureLearning1).toBe(featureLearning["+1"]);
    expect(metrics.featureLearning2).toBe(featureLearning["-1"]);
    expect(Object.keys(metrics)).toEqual(
      expect.arrayContaining(["featureLearning3", "testError1", "testError2", "testError3"]),
    );
    expect(simulate(run, { saveWeights: true }).final.weights?.length).toBe(3);
  });

  it("is refused in one sentence what is of two classes", () => {
    const of = (more: object, rest: object = {}) =>
      parseRun({
        setting: { ...TINY, classes: 3, ...more },
        ...{ optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 1, ...rest },
      });
    expect(() => of({ xor: true })).toThrow(
      /^setting.xor must be absent where classes is above 2, but is true; leave it out$/,
    );
    expect(() => of({}, { loss: "hinge" })).toThrow(
      /^loss must be "crossEntropy" where classes is above 2, but is "hinge"/,
    );
    expect(() => of({ classes: 1 })).toThrow(/^setting.classes must be/);
  });
});
