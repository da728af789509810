import { fc } from "@fast-check/vitest";
import {
  ACTIVATIONS,
  BASES,
  featureCoordinatesOf,
  NOISES,
  OUTPUT_SCALES,
  SECOND_LAYERS,
} from "../../src/setting/model.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { LOSSES, type LossKeys } from "../../src/sim/losses/registry.ts";
import { settings } from "./arbitraries.ts";

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Only what is there: a key that is absent has no value. */
const present = <T extends object>(keys: T): T =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) as T;

/** Settings with any keys of the wider model that go together. */
export const widerSettings: fc.Arbitrary<Setting> = fc
  .tuple(
    settings,
    fc.record({
      mu: maybe(fc.constantFrom(0.5, 1, 1.75)),
      featureSupport: maybe(fc.integer({ min: 1, max: 3 })),
      patches: maybe(fc.integer({ min: 1, max: 4 })),
      noise: maybe(fc.constantFrom(...NOISES)),
      alongFeature: maybe(fc.boolean()),
      flip: maybe(fc.constantFrom(0, 0.25, 0.4)),
      balance: maybe(fc.constantFrom(0.25, 0.5, 0.75)),
      activation: maybe(fc.constantFrom(...ACTIVATIONS)),
      outputScale: maybe(fc.constantFrom(...OUTPUT_SCALES)),
      biases: maybe(fc.boolean()),
      secondLayer: maybe(fc.constantFrom(...SECOND_LAYERS)),
    }),
  )
  .map(([setting, keys]) => {
    const { featureSupport: k = 1 } = keys;
    return present({ ...setting, ...keys, d: setting.d + k, s: Math.min(setting.s, setting.d) }) as Setting;
  });

/** The same, and several features, an exclusive or, a rotated basis, in any combination. */
export const featureSettings: fc.Arbitrary<Setting> = fc
  .tuple(
    widerSettings,
    fc.record({
      features: maybe(fc.integer({ min: 1, max: 4 })),
      frequencyRatio: maybe(fc.constantFrom(0.25, 0.75)),
      strengthRatio: maybe(fc.constantFrom(0.5, 3)),
      xor: maybe(fc.boolean()),
      basis: maybe(fc.constantFrom(...BASES)),
    }),
  )
  .map(([setting, { features, xor, basis, ...ratios }]) => {
    const several = xor ? {} : present({ features, ...((features ?? 1) > 1 && ratios) });
    const wider = { ...setting, ...several, ...present({ xor, basis }) } as Setting;
    return { ...wider, d: setting.d + featureCoordinatesOf(wider) };
  });

/** Losses, each with label smoothing or without. */
export const losses: fc.Arbitrary<LossKeys> = fc
  .record({ loss: maybe(fc.constantFrom(...LOSSES)), labelSmoothing: maybe(fc.constantFrom(0, 0.1, 0.5)) })
  .map((keys) => present(keys) as LossKeys);
