import fc from "fast-check";
import { drawActiveStart } from "../../src/data/activeStart.ts";
import { drawStart } from "../../src/data/start.ts";
import type { Problem } from "../../src/dynamics/recurrence.ts";
import { CONVENTIONS } from "../../src/optimizers/optimizer.ts";
import { ACTIVATIONS, NOISES, noisePatchesOf, OUTPUT_SCALES, SECOND_LAYERS } from "../../src/setting/model.ts";
import { networkOf } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { cutIntoBatches } from "../../src/sim/batches.ts";
import { losses } from "../helpers/widerSettings.ts";
import type { Case } from "./arbitrary.ts";

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** What of the wider model level 1 follows, any of it together. */
const models = fc.record({
  mu: maybe(fc.constantFrom(0.5, 1.75)),
  featureSupport: maybe(fc.integer({ min: 1, max: 3 })),
  patches: maybe(fc.integer({ min: 1, max: 4 })),
  noise: maybe(fc.constantFrom(...NOISES)),
  alongFeature: maybe(fc.boolean()),
  flip: maybe(fc.constantFrom(0.25, 0.4)),
  activation: maybe(fc.constantFrom(...ACTIVATIONS)),
  outputScale: maybe(fc.constantFrom(...OUTPUT_SCALES)),
  biases: maybe(fc.boolean()),
  secondLayer: maybe(fc.constantFrom(...SECOND_LAYERS)),
});

/**
 * Small trainings of models beyond the papers', supports disjoint over all patches, in legs.
 *
 * @param steps how many
 * @param change restricts optimizer and setting
 */
export const widerCases = (
  steps: number,
  change: (optimizer: Problem["optimizer"], setting: Setting) => Problem["optimizer"],
): fc.Arbitrary<Case> =>
  fc
    .record({
      model: models,
      loss: losses,
      n: fc.integer({ min: 1, max: 5 }),
      s: fc.integer({ min: 1, max: 5 }),
      spare: fc.integer({ min: 0, max: 9 }),
      sigmaP: fc.constantFrom(0.1, 0.5, 1),
      alpha: fc.constantFrom(0, 0.2, 0.6),
      m: fc.integer({ min: 1, max: 3 }),
      q: fc.constantFrom(1, 1.5, 2, 3),
      sigma0: fc.constantFrom(0.01, 0.1, 0.3),
      name: fc.constantFrom("adam", "adamw", "signsgd", "signsgdw"),
      lr: fc.constantFrom(1e-3, 5e-3),
      weightDecay: fc.constantFrom(0, 0.01, 0.5),
      convention: fc.constantFrom(...CONVENTIONS),
      betas: fc.constantFrom<[number, number]>([0.9, 0.999], [0.9, 0.99], [0.5, 0.7], [0, 0.9], [0.3, 0]),
      eps: fc.constantFrom(0, 1e-8, 1e-3),
      batchSize: fc.integer({ min: 1, max: 5 }),
      seed: fc.nat(1000),
      shift: fc.nat(1000),
    })
    .map(({ model, loss, name, lr, weightDecay, convention, betas, eps, batchSize, seed, shift, spare, ...rest }) => {
      const keys = Object.fromEntries(Object.entries(model).filter(([, value]) => value !== undefined));
      const { n, s } = rest;
      const d = n * noisePatchesOf(model) * s + (model.featureSupport ?? 1) + spare;
      const setting = { ...rest, ...keys, d, labels: "rademacher", supports: "disjoint" } as Setting;
      const network = networkOf("cnn", setting);
      const start = drawActiveStart(setting, network, seed);
      const given = { name, lr, weightDecay: name.endsWith("w") ? weightDecay : 0, convention, betas, eps };
      const optimizer = change(given, setting);
      // Examples come back after one to a few epochs, now and then twice in a batch.
      const order = Int32Array.from({ length: steps * batchSize }, (_, k) => (k * 3 + shift + ((k * k) % 5)) % n);
      return {
        problem: { network, optimizer, start, loss, wider: true },
        dense: drawStart(setting, network, seed),
        legs: [cutIntoBatches(order, batchSize)],
      };
    });
