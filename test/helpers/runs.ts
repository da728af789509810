import { fc } from "@fast-check/vitest";
import { parseRun, type Run } from "../../src/sim/run.ts";
import { batchLists, optimizerEntries, type Spelled, seeds, settings, spelledStarts } from "./arbitraries.ts";

/** Short runs of epochs, every network and optimizer, starts drawn from the seed. */
export const runs = (): fc.Arbitrary<Run> =>
  fc
    .record({
      setting: settings,
      network: fc.constantFrom("cnn", "linear"),
      optimizer: optimizerEntries,
      seed: seeds,
      b: fc.nat(),
      epochs: fc.integer({ min: 1, max: 5 }),
      recordEvery: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ b, ...file }) => parseRun({ ...file, batchSize: 1 + (b % file.setting.n), testSize: 4 }));

/** Short runs of given batches from a start that is spelled out. */
export const spelledRuns = (
  fixed: Parameters<typeof spelledStarts>[0] = {},
): fc.Arbitrary<Run & Spelled & { batches: number[][] }> =>
  fc
    .tuple(spelledStarts(fixed), optimizerEntries, seeds)
    .chain(([spelled, optimizer, seed]) =>
      batchLists(spelled.setting.n).map((batches) => parseRun({ ...spelled, optimizer, seed, batches, testSize: 4 })),
    ) as fc.Arbitrary<Run & Spelled & { batches: number[][] }>;
