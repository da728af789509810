import { fc } from "@fast-check/vitest";
import type { ExplicitStart } from "../../src/data/start.ts";
import { arbitraries } from "../../src/library/arbitraries.ts";
import type { Hyperparameters, Optimizer } from "../../src/optimizers/optimizer.ts";
import { OPTIMIZERS } from "../../src/optimizers/registry.ts";
import type { NetworkName } from "../../src/setting/network.ts";
import type { Setting } from "../../src/setting/setting.ts";
import { spread } from "./spread.ts";

export const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

export const { settings, disjointSettings } = arbitraries;

/** A setting with a start of its shape, spelled out. */
export interface Spelled {
  readonly setting: Setting;
  readonly network: NetworkName;
  readonly start: ExplicitStart;
}

/** k 2^-10, |k| <= 2^10: ten bits, so that w +- 2^-16 and products of two are exact. */
export const dyadic = fc.integer({ min: -1024, max: 1024 }).map((k) => k / 1024);
/** A third of the entries are zero, so that supports differ. */
const sparse = fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: dyadic, weight: 2 });
const list = <T>(of: fc.Arbitrary<T>, length: number) => fc.array(of, { minLength: length, maxLength: length });

interface Shape {
  readonly network?: NetworkName;
  readonly m?: number;
  readonly n?: number;
  readonly alpha?: number;
}

/** Starts of all shapes, except where `fixed` fixes them. */
export const spelledStarts = (fixed: Shape = {}): fc.Arbitrary<Spelled> =>
  fc
    .tuple(settings, fc.constantFrom<NetworkName>("cnn", "cnn", "linear"))
    .map(([setting, network]) => ({
      setting: { ...setting, m: fixed.m ?? setting.m, n: fixed.n ?? setting.n },
      network: fixed.network ?? network,
    }))
    .chain(({ setting, network }) => {
      const { n, d, m } = setting;
      const alpha = fixed.alpha ?? 0.25;
      const start = fc.record({
        labels: list(fc.constantFrom(1, -1), n),
        noisePatches: list(list(sparse, d), n),
        weights: list(list(list(dyadic, d), network === "cnn" ? m : 1), 2),
      });
      return start.map(({ labels, noisePatches, weights }) => ({
        setting,
        network,
        start: {
          labels,
          noisePatches: noisePatches.map((patch, i) => [-alpha * (labels[i] as number), ...patch.slice(1)]),
          weights,
        },
      }));
    });

export const conventions = fc.constantFrom("pytorch" as const, "paper" as const);
const betas = fc.tuple(spread(0, 0.95), spread(0, 0.9999));

/** What `optimizer` may be given, all rates moderate. */
export const hyperparametersOf = (optimizer: Optimizer): fc.Arbitrary<Hyperparameters> =>
  fc.record({
    lr: fc.double({ min: 2 ** -12, max: 2 ** -4, noNaN: true }),
    weightDecay: fc.oneof(fc.constant(0), spread(0, 1)),
    convention: conventions,
    ...(optimizer.adaptive && {
      betas,
      eps: fc.oneof(fc.constant(0), fc.double({ min: 1e-10, max: 0.1, noNaN: true })),
    }),
  }) as fc.Arbitrary<Hyperparameters>;

/** The `optimizer` entry of a run file. */
export const optimizerEntries: fc.Arbitrary<Hyperparameters & { name: string }> = fc
  .constantFrom(...OPTIMIZERS)
  .chain((optimizer) => hyperparametersOf(optimizer).map((hyper) => ({ name: optimizer.name, ...hyper })));

/** A rearrangement of 0..size-1. */
export const permutations = (size: number) =>
  fc.shuffledSubarray(
    Array.from({ length: size }, (_, k) => k),
    { minLength: size, maxLength: size },
  );

/** One to `most` batches of distinct examples out of n. */
export const batchLists = (n: number, most = 6) =>
  fc.array(
    fc.shuffledSubarray(
      Array.from({ length: n }, (_, k) => k),
      { minLength: 1 },
    ),
    { minLength: 1, maxLength: most },
  );
