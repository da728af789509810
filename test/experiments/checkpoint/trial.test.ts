import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runTrial, type TrialJob } from "../../../src/experiments/sweep/trial.ts";
import { fromBytes, toBytes } from "../../../src/sim/checkpoint/bytes.ts";
import type { Keeper, Snapshot } from "../../../src/sim/checkpoint/snapshot.ts";
import { parseRun } from "../../../src/sim/run.ts";

const jobs = fc
  .record({
    level: fc.constantFrom("simulate" as const, "dynamics" as const, "auto" as const),
    lr: fc.constantFrom(1e-3, 0.02, 0.2),
    name: fc.constantFrom("sgd", "adam", "adamw", "signsgd", "signsgdw"),
    fitted: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    stuck: fc.option(fc.record({ records: fc.integer({ min: 1, max: 4 }), change: fc.constantFrom(0.01, 0.5) }), {
      nil: undefined,
    }),
    seed: fc.nat(99),
    disjoint: fc.boolean(),
    recordEvery: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ level, lr, name, fitted, stuck, seed, disjoint, recordEvery }): TrialJob => {
    const shape = { n: 6, d: 40, s: 5, m: 3, q: 3, sigma0: 0.1, sigmaP: 0.5, alpha: 0.2, labels: "balanced" };
    const setting = { ...shape, ...(disjoint && { supports: "disjoint" }) };
    const run = parseRun({
      setting,
      optimizer: { name, lr },
      batchSize: 4,
      epochs: 25,
      seed,
      recordEvery,
      testSize: 20,
    });
    const stop = { ...(fitted && { fitted }), ...(stuck && { stuck }) };
    return { kind: "trial", run, level, stop, record: ["fittedEpoch", "history"] };
  });

describe("a run of a sweep that is cut", () => {
  it("comes to the same outcome, also where a rule ends it", () => {
    let [ended, cuts] = [0, 0];
    fc.assert(
      fc.property(jobs, fc.nat(40), (job, cut) => {
        const offered: Uint8Array[] = [];
        const offer: Keeper["offer"] = (take) => void offered.push(toBytes({ of: "it", snapshot: take() }));
        const whole = runTrial(job, { keeper: { offer } });
        if (whole.stopped) ended++;
        if (offered.length === 0) return;
        cuts++;
        const from = fromBytes(offered[cut % offered.length] as Uint8Array)?.snapshot as Snapshot;
        expect(JSON.stringify(runTrial(job, { keeper: { from, offer() {} } }))).toBe(JSON.stringify(whole));
        // No checkpoint is of a run that a rule has ended.
        if (whole.stopped) expect(offered.length).toBeLessThan(whole.stopped.epoch + 1);
      }),
      { numRuns: 150 },
    );
    expect(ended).toBeGreaterThan(20);
    expect(cuts).toBeGreaterThan(100);
  });
});
