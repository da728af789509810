import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { PRESETS } from "../../src/setting/presets.ts";
import { parseRun } from "../../src/sim/run.ts";
import { batchLists, optimizerEntries, seeds, spelledStarts } from "../helpers/arbitraries.ts";

const base = { preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3 };

/** Complete run files: with epochs or batches, with or without a start. */
const files = fc
  .tuple(spelledStarts(), optimizerEntries, seeds, fc.boolean(), fc.boolean())
  .chain(([{ setting, network, start }, optimizer, seed, withStart, withBatches]) =>
    batchLists(setting.n).map((batches) => ({
      setting,
      network,
      optimizer,
      seed,
      testSize: 3,
      recordEvery: 2,
      ...(withStart && { start }),
      ...(withBatches ? { batches } : { batchSize: setting.n, epochs: 4 }),
    })),
  );

describe("parseRun", () => {
  test.prop([files])("returns a complete run unchanged", (file) => {
    expect(parseRun(file)).toEqual(file);
  });

  test.prop([files])("is idempotent, also through JSON, and leaves its input alone", (file) => {
    const before = structuredClone(file);
    const run = parseRun(file);
    expect(parseRun(run)).toEqual(run);
    expect(parseRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
    expect(file).toEqual(before);
  });

  test("takes disjoint supports that fill every coordinate but the feature's", () => {
    const setting = { ...PRESETS.tiny?.setting, n: 3, d: 10, supports: "disjoint" };
    expect(parseRun({ ...base, preset: undefined, setting }).setting).toEqual(setting);
  });

  test("completes a short file with the documented defaults", () => {
    expect(parseRun(base)).toEqual({
      setting: PRESETS.tiny?.setting,
      network: "cnn",
      optimizer: { name: "sgd", lr: 0.1, weightDecay: 0, convention: "pytorch" },
      batchSize: 2,
      epochs: 3,
      seed: 1,
      testSize: 10000,
      recordEvery: 1,
    });
  });

  test.each([
    [1, 1],
    [99, 1],
    [199, 1],
    [200, 2],
    [10_000, 100],
  ])("records %d epochs every %d by default, about a hundred times", (epochs, recordEvery) => {
    expect(parseRun({ ...base, epochs })).toMatchObject({ recordEvery });
  });

  test("lets batches replace batchSize and epochs, which are dropped", () => {
    const { batchSize: _, epochs: __, ...rest } = base;
    const run = parseRun({ ...rest, batches: [[0, 1], [5]] });
    expect(run).toMatchObject({ batches: [[0, 1], [5]], recordEvery: 1 });
    expect(parseRun({ ...base, batches: [[0, 1], [5]] })).toEqual(run);
    expect(Object.keys(run)).not.toContain("epochs");
  });

  test("allows b1^2 >= b2, which only the theory excludes", () => {
    const optimizer = { name: "adam", lr: 0.1, betas: [0.9, 0.5] };
    expect(parseRun({ ...base, optimizer }).optimizer).toMatchObject({ betas: [0.9, 0.5] });
  });

  test("lets the linear model's start have one weight vector a class, whatever m", () => {
    const { n, d } = { n: 6, d: 12 };
    const zeros = (count: number) => new Array<number>(count).fill(0);
    const start = {
      labels: zeros(n).map(() => 1),
      noisePatches: zeros(n).map(() => zeros(d)),
      weights: [[zeros(d)], [zeros(d)]],
    };
    expect(parseRun({ ...base, network: "linear", start }).start).toEqual(start);
    expect(() => parseRun({ ...base, start })).toThrow("start.weights[0] must be a list of m = 2 neurons");
  });
});
