import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { drawStart } from "../../src/data/start.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { batchGradient } from "../../src/sim/gradient.ts";
import { lossOf } from "../../src/sim/losses/registry.ts";

const seeds = fc.integer({ min: 1, max: 1000 });
const BASE: Setting = { n: 4, d: 60, s: 3, sigmaP: 0.5, alpha: 0.25, m: 2, q: 2, sigma0: 1, labels: "balanced" };

/** Numbers of few bits near given ones: sums and products of them round nothing. */
const coarse = (numbers: Float64Array) => numbers.map((x) => Math.round(8 * Math.max(-4, Math.min(4, x))) / 8);

/** An order of 0, 1, ..., count - 1. */
const orderOf = (count: number) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, k) => k),
    { minLength: count },
  );

describe("the order in which things come", () => {
  test.prop([
    fc.integer({ min: 3, max: 5 }).chain((patches) => fc.tuple(fc.constant(patches), orderOf(patches - 1))),
    fc.record({
      featureSupport: fc.constantFrom(1, 4),
      biases: fc.boolean(),
      secondLayer: fc.constantFrom("fixed", "trained"),
      activation: fc.constantFrom("power", "leakyRelu"),
    }),
    seeds,
  ])(
    "of an example's noise patches says nothing: the same gradient, to the last bit where no sum rounds",
    (given, keys, seed) => {
      const [patches, order] = given;
      // Entries are +-1/2, feature noise 1/4 or 1/8, a leak of 1/4; hinge pulls 0 or 1, batches of four: all are dyadic.
      const setting = { ...BASE, ...keys, patches, mu: 2, noise: "rademacher" as const, leak: 0.25 };
      const network = networkOf("cnn", setting);
      const { examples, weights } = drawStart(setting, network, seed);
      const rows = examples.labels.length * (patches - 1);
      const from = Array.from({ length: rows }, (_, row) => {
        const i = Math.floor(row / (patches - 1));
        return i * (patches - 1) + (order[row % (patches - 1)] as number);
      });
      const part = <T extends Float64Array | Int32Array>(values: T, row: number) => [
        ...values.subarray(examples.rows[row] as number, examples.rows[row + 1] as number),
      ];
      const lengths = from.map((row) => part(examples.values, row).length);
      const permuted = {
        ...examples,
        rows: Int32Array.from([0, ...lengths].map((_, k, all) => all.slice(0, k + 1).reduce((sum, x) => sum + x, 0))),
        coordinates: Int32Array.from(from.flatMap((row) => part(examples.coordinates, row))),
        values: Float64Array.from(from.flatMap((row) => part(examples.values, row))),
      };
      const loss = lossOf({ loss: "hinge" });
      const at = (list: typeof examples) => batchGradient(network, coarse(weights), list, [0, 1, 2, 3], loss);
      expect(at(permuted)).toEqual(at(examples));
    },
  );

  test.prop([
    fc.integer({ min: 3, max: 5 }).chain((classes) => fc.tuple(fc.constant(classes), orderOf(classes))),
    fc.constantFrom(1, 3),
    seeds,
  ])("of the classes says nothing: the gradient is that of the classes renamed", ([classes, order], k, seed) => {
    const { m } = BASE;
    const setting = { ...BASE, classes, featureSupport: k, alpha: 0, sigma0: 0.1 };
    const network = networkOf("cnn", setting);
    const { examples, weights } = drawStart(setting, network, seed);
    const { shown } = examples;
    if (!shown) throw new Error("classes show features");
    const width = classes * m;
    /** What class c has goes to class order[c]: its neurons' lanes, and the coordinates of its feature. */
    const renamed = (numbers: Float64Array) => {
      const out = new Float64Array(numbers.length);
      numbers.forEach((value, at) => {
        const [row, lane] = [Math.floor(at / width), at % width];
        const feature = Math.floor(row / k);
        const to = feature < classes ? (order[feature] as number) * k + (row % k) : row;
        out[to * width + (order[Math.floor(lane / m)] as number) * m + (lane % m)] = value;
      });
      return out;
    };
    const permuted = {
      ...examples,
      labels: examples.labels.map((y) => (order[y - 1] as number) + 1),
      shown: { ...shown, features: shown.features.map((feature) => order[feature] as number) },
    };
    const one = renamed(batchGradient(network, weights, examples, [0]));
    const other = batchGradient(network, renamed(weights), permuted, [0]);
    // One example, no feature noise: every entry is one product with a pull. The softmax sums at most five exponentials in another order, 4 u, and 1 - p loses no digit while
    // outputs are below one; a pre-activation is of one row, summed in its own order.
    other.forEach((value, at) =>
      expect(Math.abs(value - (one[at] as number))).toBeLessThanOrEqual(1e-13 * Math.abs(value)),
    );
    expect(other.some((value) => value !== 0)).toBe(true);
  });
});
