import { describe, expect, it } from "vitest";
import { runJob } from "../../../src/experiments/job.ts";
import { lineOf } from "../../../src/experiments/journal/line.ts";
import { estimate } from "../../../src/experiments/sweep/estimate.ts";
import { parsePlan } from "../../../src/experiments/sweep/plan.ts";
import { trialsOf } from "../../../src/experiments/sweep/trials.ts";
import { engineNamed } from "../../../src/sim/engines/registry.ts";
import { parseRun } from "../../../src/sim/run.ts";
import { simulate } from "../../../src/sim/simulate.ts";
import { PASS_ENGINE } from "../../helpers/pass.ts";

const engine = engineNamed(PASS_ENGINE);
const trialsFor = (changes: object) => {
  const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 30, testSize: 20, recordEvery: 1 };
  return trialsOf(parsePlan({ base, axes: { batchSize: [1, 3, 6] }, seeds: "1-4", ...changes }), engine);
};
const indices = (count: number) => Array.from({ length: count }, (_, k) => k);

describe("estimate", () => {
  it.each([[{}], [{ record: ["history"] }]])("tells the length of the journal within a tenth, with %j", (changes) => {
    const trials = trialsFor(changes);
    const { runs, bytes, seconds } = estimate(trials, indices(trials.count), engine);
    const all = indices(trials.count).map(
      (k) => lineOf(trials.keyAt(k), { outcome: runJob(trials.at(k), { engine }) }).length,
    );
    expect(runs).toBe(12);
    expect(Math.abs(bytes / all.reduce((a, b) => a + b) - 1)).toBeLessThan(0.1);
    expect(seconds).toBeGreaterThan(0);
  });

  it("tells the length of histories that it has not seen the end of", () => {
    // 10^5 records a run: none ends within the budget. A moment is as long as those that a short run has, but for some digits of its numbers.
    const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, testSize: 20 };
    const trials = trialsFor({
      base: { ...base, epochs: 1e5, recordEvery: 1 },
      record: ["history"],
    });
    const { bytes } = estimate(trials, indices(trials.count), engine, 0.2);
    const seen = simulate(parseRun({ ...base, epochs: 300, batchSize: 2, recordEvery: 1 })).history;
    const lengths = seen.map((moment) => JSON.stringify(moment).length);
    expect(bytes / (12 * 1e5)).toBeGreaterThan(0.9 * Math.min(...lengths));
    expect(bytes / (12 * 1e5)).toBeLessThan(1.1 * Math.max(...lengths));
  });

  it("is nothing where nothing is wanted", () => {
    expect(estimate(trialsFor({}), [], engine)).toEqual({ runs: 0, seconds: 0, bytes: 0 });
  });

  it("takes fewer runs for what they cost", () => {
    const trials = trialsFor({});
    expect(estimate(trials, [3], engine)).toMatchObject({ runs: 1 });
  });
});
