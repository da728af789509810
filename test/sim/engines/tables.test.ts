import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rows } from "../../../src/data/entries.ts";
import type { Examples } from "../../../src/data/examples.ts";
import { rowsFrom } from "../../../src/data/images/rowsFrom.ts";
import { withExtra } from "../../../src/data/start.ts";
import { drawWeights } from "../../../src/data/weights.ts";
import { openStream } from "../../../src/random/stream.ts";
import { uniform } from "../../../src/random/uniform.ts";
import { lanesIn, type Network, networkOf, PAPERS_MODEL } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { cutIntoBatches } from "../../../src/sim/batches.ts";
import { reference } from "../../../src/sim/engines/reference.ts";
import { wasm } from "../../../src/sim/engines/wasm.ts";
import { batchGradient } from "../../../src/sim/gradient.ts";
import { splitOf } from "../../../src/sim/ground.ts";
import { expectWithin, gamma } from "../../helpers/close.ts";
import { mustJudgeAlike, mustTrainAlike } from "../../helpers/sameTraining.ts";
import { optimizers } from "./arbitrary.ts";
import { tiny } from "./problems.ts";

interface Shape {
  readonly n: number;
  readonly d: number;
  readonly patches: number;
  readonly classes: number;
  readonly ink: number;
  readonly full: boolean;
  readonly ground: boolean;
  readonly seed: number;
}

/** Examples as images give them: the first patch is what is shown, and of some entries of all patches most are the same. */
function imagesLike({ n, d, patches, classes, ink, full, ground, seed }: Shape): Examples {
  const stream = openStream(seed, "trainExample", 0);
  const black = Float64Array.from({ length: d }, () => (ground ? uniform(stream) - 0.7 : 0));
  const each = Math.max(1, patches - 1);
  const single = patches === 1;
  const table = Float64Array.from({ length: n * patches * d }, (_, e) =>
    uniform(stream) < ink ? 2 * uniform(stream) - 1 : (black[e % d] as number),
  );
  const at = (image: number, patch: number, k: number) => table[(image * patches + patch) * d + k] as number;
  const learnt = classes === 2 ? 1 : classes;
  return {
    count: n,
    labels: Int8Array.from({ length: n }, (_, i) => (classes === 2 ? 1 - 2 * (i % 2) : 1 + (i % classes))),
    shown: {
      features: new Int32Array(n).map((_, i) => learnt + (single ? 0 : i)),
      strengths: new Float64Array(n).fill(single ? 0 : 1),
      directions: rowsFrom(
        learnt + (single ? 1 : n),
        d,
        (row, k) => (row < learnt ? (k === row % d ? 1 : 0) : single ? 0 : at(row - learnt, 0, k)),
        full,
      ),
      learnt,
    },
    ...rowsFrom(n * each, d, (row, k) => at(Math.floor(row / each), single ? 0 : 1 + (row % each), k), full),
    ...(ground && { ground: black }),
  };
}

/** The network, with products in single precision or not. */
const inPrecision = (network: Network, single: boolean): Network => ({
  ...network,
  model: { ...(network.model ?? PAPERS_MODEL), single },
});

/** The largest sum of |x_k||w_k| of a patch and a neuron, and of what all patches have in common. */
function largestSum({ base, shown, ...own }: ReturnType<typeof splitOf>, weights: Float64Array, width: number): number {
  const sums = ({ rows, coordinates, values }: Rows, row: number, r: number) => {
    let sum = 0;
    for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
      sum += Math.abs((values[e] as number) * (weights[(coordinates[e] as number) * width + r] as number));
    }
    return sum;
  };
  const most = (all: Rows) => {
    let largest = 0;
    for (let row = 0; row + 1 < all.rows.length; row++)
      for (let r = 0; r < width; r++) largest = Math.max(largest, sums(all, row, r));
    return largest;
  };
  return (base ? most(base) : 0) + Math.max(most(own), shown ? most(shown.directions) : 0);
}

const shapes = fc.record({
  n: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(31, 42, 64)),
  d: fc.oneof(fc.integer({ min: 2, max: 20 }), fc.constantFrom(255, 256, 300)),
  patches: fc.constantFrom(1, 2, 3, 4, 9),
  classes: fc.constantFrom(2, 3, 4, 10),
  ink: fc.constantFrom(0, 0.1, 0.3, 1),
  full: fc.boolean(),
  ground: fc.boolean(),
  seed: fc.nat(1000),
});

const problems = fc
  .record({
    optimizer: optimizers,
    shape: shapes,
    m: fc.integer({ min: 1, max: 7 }),
    q: fc.constantFrom(1, 1.5, 2, 3),
    activation: fc.constantFrom(undefined, "leakyRelu" as const, "smoothedRelu" as const),
    biases: fc.boolean(),
    secondLayer: fc.constantFrom("fixed" as const, "trained" as const),
    batchSize: fc.integer({ min: 1, max: 64 }),
    single: fc.boolean(),
  })
  .map(({ optimizer, shape, batchSize, activation, single, ...keys }) => {
    const { n, d, patches, classes, seed } = shape;
    const setting: Setting = { ...tiny, ...keys, n, d, patches, classes, ...(activation && { activation }) };
    const network = inPrecision(networkOf("cnn", setting), single);
    const weights = withExtra(network, drawWeights(network, d, 0.1, seed));
    const order = Int32Array.from({ length: 2 * n }, (_, k) => (k * 5 + seed) % n);
    const legs = [cutIntoBatches(order, batchSize), cutIntoBatches(order, 2 * batchSize)];
    return { d, problem: { network, optimizer, examples: imagesLike(shape), weights }, legs };
  });

describe("patches of images, block by block", () => {
  it("have the plain engine's bytes: sparse, whole, beside what they have in common, in single precision", () => {
    fc.assert(
      fc.property(problems, ({ d, problem, legs }) => {
        mustTrainAlike(reference, wasm, problem, legs);
        mustJudgeAlike(reference, wasm, problem, d);
      }),
      { numRuns: 60 },
    );
  });

  it("have the gradient of the whole patches, up to rounding, when what they have in common is taken out", () => {
    fc.assert(
      fc.property(shapes, ({ seed, ...shape }) => {
        const whole = imagesLike({ ...shape, seed, ground: true });
        const { n, d, patches, classes } = shape;
        const network = networkOf("cnn", { ...tiny, ...shape, m: 2, q: 1 });
        const weights = drawWeights(network, d, 0.1, seed);
        const batch = Array.from({ length: n }, (_, i) => i);
        const [one, other] = [whole, splitOf(whole, network)].map((examples) =>
          batchGradient(network, weights, examples, batch),
        );
        // q = 1: coefficients are residuals times slopes of 0 and 1, and the residuals differ by what d roundings of numbers up to 1.7 do to outputs, sums of
        // m P projections with |x - u|, |u| <= 1.7, |w| <= 0.6: each is off by gamma(d + 3) 2 (1.7 0.6 d), K of them enter softmax.
        const outputs = classes * 2 * patches * gamma(d + 3) * 4 * 1.7 * 0.6 * d;
        // A slope may only turn where a projection is within its error of 0; then it is of other sign with a chance of 1e-12, which does not occur.
        const bound = patches * 1.7 * (outputs + 2 * gamma(2 * n * patches + 3));
        expectWithin(other as Float64Array, one as Float64Array, () => bound);
        expect(lanesIn(network)).toBe(2 * classes);
      }),
      { numRuns: 60 },
    );
  });

  it("have in single precision the gradient of doubles, up to its rounding", () => {
    fc.assert(
      fc.property(shapes, ({ seed, ...shape }) => {
        const { n, d, patches: P, classes: K } = shape;
        const whole = imagesLike({ ...shape, seed });
        const m = 2;
        const network = networkOf("cnn", { ...tiny, ...shape, m, q: 2 });
        const weights = drawWeights(network, d, 0.1, seed);
        const batch = Array.from({ length: n }, (_, i) => i);
        const [double, single] = [false, true].map((yes) =>
          batchGradient(network, weights, splitOf(whole, inPrecision(network, yes)), batch),
        );
        // Z is the largest sum of |u_k||w_k| and |x_k - u_k||w_k|; |x| <= 1 and |u| <= 0.7. A projection is off by gamma(d + 3) Z, where gamma is of 2^-24, an output,
        // a sum of m P squares, by 2 Z m P times that, and a residual by at most K times this. A coefficient is a residual times 2 z.
        const u = 2 ** -24;
        const off = (count: number) => (count * u) / (1 - count * u);
        const Z = largestSum(splitOf(whole, network), weights, K * m);
        const z = off(d + 3) * Z;
        const residual = K * (2 * Z * m * P * z);
        const coefficient = 2 * Z * residual + 2 * z;
        const bound = P * 2.4 * (coefficient + 2 * Z * off(n * P + 3));
        expectWithin(single as Float64Array, double as Float64Array, () => bound);
        expect(bound).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it("are another version only where something is taken out", () => {
    const shape = { n: 4, d: 6, patches: 3, classes: 4, ink: 0.3, full: false, seed: 1 };
    const network = networkOf("cnn", { ...tiny, ...shape, m: 2 });
    const versions = [true, false].flatMap((ground) =>
      [reference, wasm].map((engine) => {
        const examples = imagesLike({ ...shape, ground });
        const weights = drawWeights(network, 6, 0.1, 1);
        return engine.start({
          network,
          optimizer: { name: "sgd", lr: 1, weightDecay: 0, convention: "pytorch" },
          examples,
          weights,
        }).by.version;
      }),
    );
    expect(versions).toEqual(["2", "2", "1", "1"]);
  });
});
