import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { uniform } from "../../proofs-check/uniform.ts";
import { longestFirst, type Task, turned } from "../../src/experiments/execute.ts";
import type { TrialJob } from "../../src/experiments/sweep/trial.ts";
import { inThreads } from "../../src/experiments/threads.ts";
import { InputError } from "../../src/setting/inputError.ts";
import { ENGINES } from "../../src/sim/engines/registry.ts";
import { newFolder } from "../helpers/newFolder.ts";

const worker = new URL("../helpers/faultyWorker.mjs", import.meta.url);
const engine = ENGINES[0];

interface Faulty {
  readonly fault: string;
  readonly file?: string;
}

interface Told {
  readonly outcomes: Map<number, unknown>;
  readonly failures: Map<number, string>;
  readonly progress: number[];
}

/** Runs faulty jobs, each of cost 1 and with its index as the value. */
async function run(
  jobs: readonly Faulty[],
  options: { workers?: number; timeout?: number; signal?: AbortSignal; onFinished?: (index: number) => void } = {},
): Promise<Told> {
  const told: Told = { outcomes: new Map(), failures: new Map(), progress: [] };
  const tasks = jobs.map((job, index) => ({ index, job: { ...job, value: index }, cost: 1 }));
  await inThreads({ worker, heap: 32 })(tasks as unknown as Task<TrialJob>[], {
    workers: 2,
    engine,
    ...options,
    onProgress: (cost) => told.progress.push(cost),
    onFinished(index, outcome) {
      expect(told.outcomes.has(index)).toBe(false);
      told.outcomes.set(index, outcome);
      options.onFinished?.(index);
    },
    onFailed: (index, reason, attempts) => told.failures.set(index, `${attempts}: ${reason}`),
  });
  return told;
}

const fine = (count: number) => Array.from({ length: count }, () => ({ fault: "fine" }));

describe("threads", () => {
  it("carry out every job once and tell all of the cost", async () => {
    const { outcomes, failures, progress } = await run(fine(7));
    expect([...outcomes].sort(([a], [b]) => a - b)).toEqual(fine(7).map((_, index) => [index, index]));
    expect(failures.size).toBe(0);
    expect(progress.at(-1)).toBe(7);
  });

  it.each([
    ["throw", /^2: it was thrown$/],
    ["exit", /^2: .*3$/],
    ["heap", /^2: .*memory/],
    ["loop", /^2: it took longer than 2 s$/],
  ])("go on after a worker that ends with %s, and tell why", async (fault, reason) => {
    // Filling the heap takes a slow machine seconds; only what has no end must be cut short.
    const { outcomes, failures } = await run([{ fault }, ...fine(4)], { timeout: fault === "loop" ? 2 : 60 });
    expect([...outcomes.keys()].sort()).toEqual([1, 2, 3, 4]);
    expect(failures.get(0)).toMatch(reason);
  });

  it.each([["throw"], ["exit"], ["heap"], ["loop"]])("try a job again after %s", async (fault) => {
    const file = join(newFolder(), "tried");
    const { outcomes, failures } = await run([{ fault, file }, ...fine(1)], { timeout: 1 });
    expect([outcomes.get(0), outcomes.get(1), failures.size]).toEqual([0, 1, 0]);
  });

  it("begin no further job once told to stop, and finish those under way", async () => {
    const stop = new AbortController();
    const { outcomes } = await run(fine(20), {
      workers: 1,
      signal: stop.signal,
      onFinished: (index) => index === 2 && stop.abort(),
    });
    expect([...outcomes.keys()]).toEqual([0, 1, 2]);
  });

  it("pass on what those who are told throw", async () => {
    const full = () => {
      throw new Error("no room");
    };
    await expect(run(fine(5), { onFinished: full })).rejects.toThrow("no room");
  });

  it("end with a sentence where a thread can do no job at all, and call no job failed", async () => {
    const told: string[] = [];
    const jobs = [...fine(2), { fault: "refuse" }, ...fine(5)].map((job, index) => ({
      index,
      job: { ...job, value: 0 },
      cost: 1,
    }));
    const executed = inThreads({ worker })(jobs as unknown as Task<TrialJob>[], {
      ...{ workers: 2, engine, onFinished() {} },
      onFailed: (_, reason) => told.push(reason),
    });
    await expect(executed).rejects.toThrow(new InputError("its file has changed"));
    await pause(50);
    expect(told).toEqual([]);
  });

  it("say of no job that it failed because the pool was closed under it", async () => {
    const told: string[] = [];
    const jobs = [{ fault: "fine" }, { fault: "loop" }].map((job, index) => ({
      index,
      job: { ...job, value: 0 },
      cost: 1,
    }));
    const executed = inThreads({ worker })(jobs as unknown as Task<TrialJob>[], {
      workers: 2,
      engine,
      onFinished() {
        throw new Error("no room");
      },
      onFailed: (_, reason) => told.push(reason),
    });
    await expect(executed).rejects.toThrow("no room");
    // What the endless one makes of its end comes a few turns of the event loop later.
    await pause(50);
    expect(told).toEqual([]);
  });
});

describe("turned", () => {
  test.prop([fc.array(fc.nat(3), { maxLength: 30 }), uniform(0, 0.999)])(
    "keeps the costs in their order, and every job once",
    (costs, from) => {
      const order = [...longestFirst(costs)];
      const other = turned(order, costs, from);
      expect(other.map((index) => costs[index])).toEqual(order.map((index) => costs[index]));
      expect([...other].sort((a, b) => a - b)).toEqual(costs.map((_, index) => index));
    },
  );
});

describe("longestFirst", () => {
  it("keeps the order of equal costs", () => {
    expect([...longestFirst(Float64Array.of(2, 5, 2, 9, 5))]).toEqual([3, 1, 4, 0, 2]);
  });
});
