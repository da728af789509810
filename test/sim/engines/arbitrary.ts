import fc from "fast-check";
import type { Examples } from "../../../src/data/examples.ts";
import { drawStart } from "../../../src/data/start.ts";
import { CONVENTIONS, type Hyperparameters } from "../../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../../src/optimizers/registry.ts";
import { featureCoordinatesOf } from "../../../src/setting/model.ts";
import { NETWORKS, networkOf } from "../../../src/setting/network.ts";
import type { Setting } from "../../../src/setting/setting.ts";
import { type Batches, cutIntoBatches } from "../../../src/sim/batches.ts";
import type { Problem } from "../../../src/sim/engine.ts";
import { featureSettings, losses, widerSettings } from "../../helpers/widerSettings.ts";

const hyperparameters = fc.record({
  lr: fc.constantFrom(1e-3, 0.01, 0.1, 1),
  weightDecay: fc.constantFrom(0, 1e-3, 0.1),
  convention: fc.constantFrom(...CONVENTIONS),
  betas: fc.constantFrom<[number, number]>([0.9, 0.999], [0.9, 0.99], [0.5, 0.25], [0, 0], [0, 0.9]),
  eps: fc.constantFrom(0, 1e-8, 1e-3),
});

/** Hyperparameters of every optimizer, with and without decay, both conventions, eps = 0 included. */
export const optimizers: fc.Arbitrary<Hyperparameters & { name: string }> = fc
  .tuple(fc.constantFrom(...OPTIMIZERS.map(({ name }) => name)), hyperparameters)
  .map(([name, hyper]) => ({ name, ...hyper }));

const settings: fc.Arbitrary<Setting> = fc
  .record({
    n: fc.integer({ min: 1, max: 9 }),
    d: fc.integer({ min: 2, max: 24 }),
    s: fc.integer({ min: 1, max: 23 }),
    sigmaP: fc.constantFrom(0, 0.1, 0.5, 2),
    alpha: fc.constantFrom(0, 0.2, 1),
    m: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 23 })),
    q: fc.integer({ min: 3, max: 6 }),
    sigma0: fc.constantFrom(0, 0.01, 0.3, 1),
    labels: fc.constantFrom("balanced" as const, "rademacher" as const),
  })
  .map((setting) => ({ ...setting, s: Math.min(setting.s, setting.d - 1) }));

/** A training problem and batches of it, the last one of an epoch often short, the last leg of another length. */
export interface Case {
  readonly problem: Problem;
  readonly legs: readonly Batches[];
}

/** Numbers that a drawn start does not hold: they find a wrong mask, a lost sign of zero, a swallowed NaN. */
const oddities = fc.constantFrom(-0, 5e-324, -1e-310, 1e155, -1e160, Infinity, -Infinity, Number.NaN);

/** The same examples, of whose noise patches every other one has nothing on the first coordinate, and one in three is empty, as where a start that is spelled out has zeros. */
function thinned({ rows, coordinates, values, ...labels }: Examples): Examples {
  const entries = Array.from(coordinates.keys());
  const rowOf = (entry: number) => rows.findIndex((end, row) => row > 0 && entry < end) - 1;
  const kept = entries.filter((entry) => {
    const row = rowOf(entry);
    return row % 3 !== 1 && (coordinates[entry] !== 0 || row % 2 === 0);
  });
  return {
    ...labels,
    rows: rows.map((end) => kept.filter((entry) => entry < end).length),
    coordinates: Int32Array.from(kept, (entry) => coordinates[entry] as number),
    values: Float64Array.from(kept, (entry) => values[entry] as number),
  };
}

/** Learning rates that change. */
const inverse = (t: number) => 1 / t;
const everyThird = (t: number) => (t % 3) / 2;

type Beyond = Pick<Problem, "loss" | "labelNoise">;

const casesOf = (settings: fc.Arbitrary<Setting>, beyond: fc.Arbitrary<Beyond>): fc.Arbitrary<Case> =>
  fc
    .record({
      setting: settings,
      name: fc.constantFrom(...NETWORKS),
      optimizer: optimizers,
      beyond,
      seed: fc.nat(1000),
      thin: fc.boolean(),
      batchSize: fc.integer({ min: 1, max: 9 }),
      odd: fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.nat(1000), oddities), { maxLength: 3 })),
      orders: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
      rate: fc.constantFrom(undefined, undefined, inverse, everyThird),
    })
    .map(({ setting, name, optimizer, beyond, seed, thin, batchSize, odd, orders, rate }) => {
      const network = networkOf(name, setting);
      const drawn = drawStart(setting, network, seed);
      const start = thin ? { ...drawn, examples: thinned(drawn.examples) } : drawn;
      for (const [k, value] of odd) start.weights[k % start.weights.length] = value;
      const legs = orders.map((shift, leg) => {
        const order = Int32Array.from({ length: setting.n * (leg + 1) }, (_, k) => (k * 7 + shift) % setting.n);
        return cutIntoBatches(order, batchSize);
      });
      return { problem: { network, optimizer, ...start, ...beyond, ...(rate && { rate }) }, legs };
    });

/** Small problems of every kind: odd sizes around the vector width, both networks, all optimizers; in some, odd weights. */
export const cases: fc.Arbitrary<Case> = casesOf(settings, fc.constant({}));

const beyondSettings: fc.Arbitrary<Setting> = fc
  .record({
    setting: fc.oneof(widerSettings, featureSettings),
    q: fc.constantFrom(1, 1.5, 2, 2.25, 3, 4, 7),
    m: fc.integer({ min: 1, max: 7 }),
    dense: fc.boolean(),
    sigma0: fc.constantFrom(0, 0.01, 0.3, 1),
    leak: fc.constantFrom(undefined, 0, 0.2),
    knee: fc.constantFrom(undefined, 0.05, 0.6),
  })
  .map(({ setting, leak, knee, dense, ...sizes }) => ({
    ...{ ...setting, ...sizes },
    ...(dense && { s: setting.d - featureCoordinatesOf(setting) }),
    ...(leak !== undefined && { leak }),
    ...(knee !== undefined && { knee }),
  }));

/** The same beyond the papers' model: any keys that go together, every loss, label noise, powers that the kernel has loops for, others, and numbers between. */
export const widerCases: fc.Arbitrary<Case> = casesOf(
  beyondSettings,
  fc.record(
    { loss: losses, labelNoise: fc.record({ flip: fc.constantFrom(0.1, 0.4), seed: fc.nat(9) }) },
    { requiredKeys: [] },
  ),
);

/** The same of three classes and more, each with a feature of its own: softmax; of lanes that fill whole vectors, and of some that do not. */
export const severalCases: fc.Arbitrary<Case> = casesOf(
  fc.tuple(beyondSettings, fc.integer({ min: 3, max: 5 })).map(([setting, classes]) => {
    const { features: _, frequencyRatio: __, strengthRatio: ___, xor: ____, balance: _____, ...rest } = setting;
    const { featureSupport: k = 1, s } = rest;
    const d = s + k * classes + 2;
    return { ...rest, classes, d };
  }),
  fc.constant({}),
);
