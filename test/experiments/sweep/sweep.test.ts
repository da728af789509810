import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// The compiled files: worker threads load JavaScript.
import { dynamics } from "../../../dist/src/dynamics/dynamics.js";
import { parseDynamics } from "../../../dist/src/dynamics/run.js";
import type { Execute } from "../../../dist/src/experiments/execute.js";
import { runJob } from "../../../dist/src/experiments/job.js";
import { planIn, readSweep } from "../../../dist/src/experiments/sweep/folder.js";
import { merge } from "../../../dist/src/experiments/sweep/merge.js";
import { type Plan, parsePlan } from "../../../dist/src/experiments/sweep/plan.js";
import { type Begun, type SweepOptions, sweep } from "../../../dist/src/experiments/sweep/sweep.js";
import { engineNamed } from "../../../dist/src/sim/engines/registry.js";
import { finish } from "../../../dist/src/sim/follow.js";
import { parseRun } from "../../../dist/src/sim/run.js";
import { simulate } from "../../../dist/src/sim/simulate.js";
import { newFolder } from "../../helpers/newFolder.ts";
import { PASS_ENGINE } from "../../helpers/pass.ts";

const engine = engineNamed(PASS_ENGINE);
const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 6, testSize: 20 };
const plan: Plan = parsePlan({ base, axes: { batchSize: [1, 3, 6], weightDecay: [1e-3, 0] }, seeds: "1-3" });
const RUNS = 18;

/** Runs in this thread, in an order of its own. */
const inPlace =
  (turn: <T>(list: T[]) => T[] = (list) => list): Execute =>
  async (tasks, { onFinished }) => {
    for (const { index, job } of turn([...tasks])) onFinished(index, runJob(job, { engine }));
  };

const run = (folder: string, changes: Partial<SweepOptions> = {}) =>
  sweep({ plan, folder, engine, workers: 1, execute: inPlace(), ...changes });
const journalOf = (folder: string) => readFileSync(join(folder, "runs.ndjson"), "utf8");

/** The journal of the whole sweep, in one go. */
async function whole(changes: Partial<SweepOptions> = {}): Promise<string> {
  const folder = newFolder();
  await run(folder, changes);
  return journalOf(folder);
}

describe("sweep", () => {
  it("gives the same bytes for any number of workers, in threads or not, and any order of arrival", async () => {
    const journals = [
      await whole(),
      await whole({ execute: inPlace((list) => list.reverse()) }),
      await whole({ execute: undefined as never, workers: 1 }),
      await whole({ execute: undefined as never, workers: 3 }),
    ];
    expect(new Set(journals).size).toBe(1);
    expect(journals[0]?.trimEnd().split("\n")).toHaveLength(RUNS);
  });

  it("gives the same bytes from shards, in one folder or merged from several", async () => {
    const expected = await whole();
    const [together, merged] = [newFolder(), newFolder()];
    const folders = [newFolder(), newFolder(), newFolder()];
    for (const [k, folder] of folders.entries()) {
      const shard = { index: k + 1, count: 3 };
      expect(await run(folder, { shard })).toEqual({ total: 6, finished: 6, failed: 0, left: 0 });
      expect(existsSync(join(folder, "runs.ndjson"))).toBe(false);
      await run(together, { shard });
    }
    expect(merge([...folders].reverse(), merged)).toMatchObject({ finished: RUNS, failed: 0 });
    expect(journalOf(merged)).toBe(expected);
    expect(journalOf(together)).toBe(expected);
  });

  it("skips what is there, and adds what a larger plan asks for", async () => {
    const folder = newFolder();
    await run(folder, { plan: parsePlan({ ...plan, seeds: "1-2" }) });
    const begun: Begun[] = [];
    await run(folder, { onBegin: (what) => begun.push(what) });
    await run(folder, {
      onBegin: (what) => begun.push(what),
      execute: () => Promise.reject(new Error("nothing is left")),
    });
    expect(begun.map(({ total, found }) => [total, found])).toEqual([
      [RUNS, 12],
      [RUNS, RUNS],
    ]);
    expect(journalOf(folder)).toBe(await whole());
  });

  it("counts the runs of other plans in its folder, not those of other shards", async () => {
    const folder = newFolder();
    const other = parsePlan({ base, axes: { batchSize: [2], weightDecay: [1e-3] }, seeds: "1-2" });
    await run(folder, { plan: other });
    const begun: Begun[] = [];
    const onBegin = (what: Begun) => begun.push(what);
    await run(folder, { onBegin, shard: { index: 1, count: 3 } });
    await run(folder, { onBegin, shard: { index: 2, count: 3 } });
    await run(folder, { onBegin });
    expect(begun.map(({ found, others }) => [found, others])).toEqual([
      [0, 2],
      [0, 2],
      [12, 2],
    ]);
  });

  it("merges folders without a plan, and keeps that of the folder that it adds to", async () => {
    const [one, other, out] = [newFolder(), newFolder(), newFolder()];
    const plans = ["1", "2"].map((seeds) => parsePlan({ ...plan, seeds }));
    for (const [k, folder] of [one, other].entries()) await run(folder, { plan: plans[k] as Plan });
    rmSync(join(other, "plan.json"));
    expect(merge([other], out)).toMatchObject({ finished: 6 });
    expect(existsSync(join(out, "plan.json"))).toBe(false);
    merge([other, one], out);
    expect(planIn(out)).toEqual(plans[0]);
    await run(other, { plan: plans[1] as Plan });
    merge([other], out);
    expect(planIn(out)).toEqual(plans[0]);
    expect(journalOf(out).startsWith(journalOf(one))).toBe(true);
  });

  it("names what is damaged in the folder that it merges into as well", async () => {
    const [one, out] = [newFolder(), newFolder()];
    for (const folder of [one, out]) await run(folder, { plan: parsePlan({ ...plan, seeds: 1 }) });
    writeFileSync(join(out, "runs.ndjson"), `${journalOf(out)}not a line\n`);
    expect(merge([one], out).damaged).toEqual([{ folder: out, file: "runs.ndjson", line: 7, torn: false }]);
  });

  it("says what is left where it was stopped", async () => {
    const folder = newFolder();
    const some: Execute = (tasks, options) => inPlace((list) => list.slice(0, 5))(tasks, options);
    expect(await run(folder, { execute: some })).toEqual({ total: RUNS, finished: 5, failed: 0, left: 13 });
    await run(folder);
    expect(journalOf(folder)).toBe(await whole());
  });

  it("redoes the run of a damaged line, which it names, and that of one cut off", async () => {
    const folder = newFolder();
    await run(folder);
    const expected = journalOf(folder);
    const bytes = readFileSync(join(folder, "runs.ndjson")).subarray(0, -20);
    const third = expected.split("\n").slice(0, 2).join("\n").length + 100;
    bytes[third] = (bytes[third] as number) ^ 4;
    writeFileSync(join(folder, "runs.ndjson"), bytes);
    let begun: Begun | undefined;
    await run(folder, { onBegin: (what) => (begun = what) });
    expect(begun).toEqual({
      total: RUNS,
      found: RUNS - 2,
      failed: 0,
      others: 0,
      checkpoints: { goOn: [], damaged: [] },
      damaged: [
        { file: "runs.ndjson", line: 3, torn: false },
        { file: "runs.ndjson", line: RUNS, torn: true },
      ],
    });
    expect(journalOf(folder)).toBe(expected);
  });

  it("keeps why a run failed, tries it again only when asked, and forgets the failure when it succeeds", async () => {
    const folder = newFolder();
    const failing: Execute = async (tasks, options) => {
      for (const task of tasks) {
        if (task.index === 4) options.onFailed(4, "it was tired", 2);
        else await inPlace()([task], options);
      }
    };
    expect(await run(folder, { execute: failing })).toEqual({ total: RUNS, finished: RUNS - 1, failed: 1, left: 0 });
    const failures = [...readSweep(folder).entries()].flatMap(([, entry]) => ("failed" in entry ? [entry.failed] : []));
    expect(failures).toMatchObject([{ reason: "it was tired", attempts: 2, config: { seed: 2, batchSize: 1 } }]);
    expect(await run(folder)).toMatchObject({ failed: 1 });
    expect(await run(folder, { retryFailed: true })).toMatchObject({ finished: RUNS, failed: 0 });
    expect(journalOf(folder)).toBe(await whole());
  });

  it("ends a run that takes too long, and goes on", async () => {
    const endless = parsePlan({ base: { ...base, batchSize: 1 }, axes: { epochs: [2, 1e9] }, seeds: "1" });
    const failures: string[] = [];
    const folder = newFolder();
    const swept = await sweep({
      plan: endless,
      folder,
      engine,
      workers: 1,
      timeout: 0.7,
      onFailed: (_, reason) => failures.push(reason),
    });
    expect(swept).toEqual({ total: 2, finished: 1, failed: 1, left: 0 });
    expect(failures).toEqual(["it took longer than 0.7 s"]);
  });

  it("refuses a plan with a run that is not valid before anything is written", async () => {
    const folder = join(newFolder(), "new");
    await expect(run(folder, { plan: parsePlan({ ...plan, axes: { batchSize: [7] } }) })).rejects.toThrow(
      /^batchSize must/,
    );
    expect(existsSync(folder)).toBe(false);
  });
});

describe("a trial", () => {
  const finals = async (changes: object) => {
    const folder = newFolder();
    await run(folder, { plan: parsePlan({ base: { ...base, batchSize: 2 }, seeds: "5", ...changes }) });
    const [only] = [...readSweep(folder).entries()];
    if (!only || !("outcome" in only[1])) throw new Error("the run has failed");
    return only[1].outcome;
  };
  const file = { ...base, batchSize: 2, seed: 5 };

  it("is the run of simulate", async () => {
    const { history, final, config } = simulate(parseRun(file), { engine });
    const trial = await finals({ record: ["history"] });
    expect(trial).toMatchObject({ final, recorded: { history }, config: { level: "simulate", ...config } });
  });

  it("is the run of dynamics where the plan says so", async () => {
    const { final, engine: by } = finish(dynamics(parseDynamics(file)));
    expect(await finals({ method: "dynamics" })).toMatchObject({ final, engine: by });
  });

  it("auto: is in coefficients where a recurrence stronger than the active set holds, and the network itself elsewhere", async () => {
    // eps > 0 and overlapping supports: only the active set is left for Adam; SGD has its Gram recurrence on any start.
    expect(await finals({ method: "auto" })).toMatchObject({ engine: { name: engine.name } });
    const sgd = { ...base, batchSize: 2, optimizer: { name: "sgd", lr: 0.02 } };
    const { final } = finish(dynamics(parseDynamics({ ...sgd, seed: 5 })));
    expect(await finals({ base: sgd, method: "auto" })).toMatchObject({ final, engine: { name: "gram" } });
  });

  it("stops where a rule holds, with the moment recorded there", async () => {
    const { history } = simulate(parseRun({ ...file, epochs: 200, recordEvery: 1 }), { engine });
    const first = history.findIndex(({ trainError }) => trainError === 0);
    expect(first).toBeGreaterThan(0);
    const trial = await finals({
      base: { ...base, batchSize: 2, epochs: 200, recordEvery: 1 },
      stop: { fitted: 1 },
      record: ["fittedEpoch"],
    });
    expect(trial.final).toEqual(history[first]);
    expect(trial).toMatchObject({ stopped: { rule: "fitted", epoch: first }, recorded: { fittedEpoch: first } });
  });

  it("keeps when it left the finite numbers", async () => {
    const trial = await finals({ base: { ...base, batchSize: 2, optimizer: { name: "sgd", lr: 1e200 } } });
    expect(trial.diverged).toMatchObject({ step: expect.any(Number), metric: expect.any(String) });
  });
});
