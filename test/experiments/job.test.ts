import { describe, expect, it } from "vitest";
import { type Job, jobCost, jobKey, runJob, type SimulateJob, seedKeys } from "../../src/experiments/job.ts";
import type { TrialJob } from "../../src/experiments/sweep/trial.ts";
import { parseRun } from "../../src/sim/run.ts";
import { simulate } from "../../src/sim/simulate.ts";

const engine = { name: "x", version: "1" };
const run = (changes: object = {}) =>
  parseRun({ preset: "tiny", optimizer: { name: "sgd", lr: 0.1 }, batchSize: 2, epochs: 3, testSize: 5, ...changes });
const job = (changes: object = {}): SimulateJob => ({ kind: "simulate", run: run(changes) });

describe("jobKey", () => {
  it("does not depend on the order of keys", () => {
    const { setting, ...rest } = run();
    const turned = { ...rest, setting: Object.fromEntries(Object.entries(setting).reverse()) };
    expect(jobKey({ run: turned, kind: "simulate" } as unknown as Job, engine)).toBe(jobKey(job(), engine));
  });

  it("depends on the run and on the engine's version", () => {
    const keys = [jobKey(job(), engine), jobKey(job({ seed: 2 }), engine), jobKey(job(), { ...engine, version: "2" })];
    expect(new Set(keys).size).toBe(3);
  });
});

describe("seedKeys", () => {
  it("are what jobKey gives each seed", () => {
    const trial: TrialJob = { kind: "trial", run: run(), level: "auto", stop: { fitted: 2 }, record: ["history"] };
    const keyOf = seedKeys(trial, engine);
    for (const seed of [0, 1, 7, Number.MAX_SAFE_INTEGER]) {
      expect(keyOf(seed)).toBe(jobKey({ ...trial, run: { ...trial.run, seed } }, engine));
    }
  });

  it("depend on all that decides a line: level, stopping rules, what is recorded", () => {
    const trial: TrialJob = { kind: "trial", run: run(), level: "simulate", stop: {}, record: [] };
    const changes = [{}, { level: "auto" }, { level: "dynamics" }, { stop: { fitted: 1 } }, { record: ["history"] }];
    expect(new Set(changes.map((change) => jobKey({ ...trial, ...change } as TrialJob, engine))).size).toBe(5);
  });
});

describe("runJob", () => {
  it("runs what simulate runs", () => {
    expect(runJob(job()).results).toEqual([simulate(run())]);
  });

  it("compares two runs at every epoch that both recorded, from distance 0", () => {
    const adam = run({ optimizer: { name: "adam", lr: 0.1 } });
    const { results, distances } = runJob({ kind: "compare", runs: [run(), adam] });
    expect(results).toHaveLength(2);
    expect(distances?.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
    expect(distances?.[0]).toMatchObject({ distance: 0, relative: 0 });
    expect(distances?.[3]?.distance).toBeGreaterThan(0);
  });

  it("reports a share done that rises to 1", () => {
    const told: number[] = [];
    runJob({ kind: "compare", runs: [run(), run()] }, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});

describe("jobCost", () => {
  it("grows with epochs and with the number of steps in each", () => {
    expect(jobCost(job({ epochs: 6 }))).toBe(2 * jobCost(job()));
    expect(jobCost(job({ batchSize: 1 }))).toBeGreaterThan(jobCost(job({ batchSize: 6 })));
  });
});
