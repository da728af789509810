import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobKey } from "../../../dist/src/experiments/job.js";
// The compiled files: worker threads load JavaScript.
import { parseAddress } from "../../../dist/src/experiments/queue/address.js";
import { inQueue } from "../../../dist/src/experiments/queue/inQueue.js";
import { type ServeOptions, serveQueue } from "../../../dist/src/experiments/queue/serveQueue.js";
import { readSweep } from "../../../dist/src/experiments/sweep/folder.js";
import { type Plan, parsePlan } from "../../../dist/src/experiments/sweep/plan.js";
import { type SweepOptions, sweep } from "../../../dist/src/experiments/sweep/sweep.js";
import { runTrial } from "../../../dist/src/experiments/sweep/trial.js";
import { trialsOf } from "../../../dist/src/experiments/sweep/trials.js";
import { toBytes } from "../../../dist/src/sim/checkpoint/bytes.js";
import { engineNamed } from "../../../dist/src/sim/engines/registry.js";
import { newFolder } from "../../helpers/newFolder.ts";
import { noRedis, type OwnRedis, startRedis } from "../../helpers/redis.ts";

if (noRedis) console.warn(`tests of the queue are skipped: ${noRedis}`);

const engine = engineNamed();
const VERSION = "1.2.3";
const base = { preset: "tiny", optimizer: { name: "adam", lr: 0.02 }, epochs: 6, testSize: 20 };
const planOf = (changes: object): Plan => parsePlan({ base, axes: { batchSize: [1, 3, 6] }, seeds: "1-3", ...changes });

let server: OwnRedis;
let redis: Redis;
beforeAll(async () => {
  if (noRedis) return;
  server = await startRedis();
  redis = new Redis(server.port, "127.0.0.1");
});
afterAll(async () => {
  redis?.disconnect();
  await server?.stop();
});

/** Runs a plan into a folder through the queue. */
const queued = (plan: Plan, folder: string, changes: Partial<SweepOptions> = {}) => {
  const execute = inQueue({ address: parseAddress(server.url), plan, version: VERSION });
  return sweep({ plan, folder, engine, workers: 1, execute, ...changes });
};
/** Begins to serve, until told to stop. */
function serving(changes: Partial<ServeOptions> = {}) {
  const stop = new AbortController();
  const address = parseAddress(server.url);
  const options = { address, workers: 2, version: VERSION, takeover: 20, signal: stop.signal, ...changes };
  const served = serveQueue(options);
  return () => {
    stop.abort();
    return served;
  };
}
const journalOf = (folder: string) => readFileSync(join(folder, "runs.ndjson"), "utf8");

async function inThreadsHere(plan: Plan): Promise<string> {
  const folder = newFolder();
  await sweep({ plan, folder, engine, workers: 1 });
  return journalOf(folder);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

/** The keys of runs in the queue of the one sweep that is at work, once there are so many. */
async function keysOfJobs(count: number): Promise<string[]> {
  let keys: string[] = [];
  await until(async () => {
    keys = (await redis.keys("adamcheck:*")).filter((key) => /^adamcheck:[0-9a-f]{64}:[0-9a-f]{64}$/.test(key));
    return keys.length === count;
  });
  return keys.sort();
}

describe("a queue", { timeout: 60_000 }, () => {
  it("gives the bytes that threads give, for two sweeps at once served by two workers, and leaves nothing behind", async ({
    skip,
  }) => {
    skip(noRedis !== undefined, noRedis);
    const plans = [planOf({ record: ["history"] }), planOf({ method: "dynamics", seeds: "2-4" })] as const;
    const folders = [newFolder(), newFolder()] as const;
    const stops = [serving(), serving({ workers: 1 })];
    const swept = await Promise.all(plans.map((plan, k) => queued(plan, folders[k as 0])));
    expect(swept).toEqual(Array(2).fill({ total: 9, finished: 9, failed: 0, left: 0 }));
    for (const [k, plan] of plans.entries()) expect(journalOf(folders[k as 0])).toBe(await inThreadsHere(plan));
    const served = await Promise.all(stops.map((stop) => stop()));
    expect(served.reduce((sum, { finished }) => sum + finished, 0)).toBe(18);
    expect(await redis.keys("*")).toEqual([]);
  });

  it("tries what fails once more, then says why; takes too long, dies, or gives what is not its result", async ({
    skip,
  }) => {
    skip(noRedis !== undefined, noRedis);
    const folder = newFolder();
    process.env.FAULTS_ONCE = join(folder, "once");
    const worker = new URL("../../helpers/faultyTrialWorker.mjs", import.meta.url);
    const stop = serving({ threads: { worker } });
    const plan = planOf({ axes: { batchSize: [6] }, seeds: "1-7" });
    expect(await queued(plan, folder, { timeout: 0.5 })).toEqual({ total: 7, finished: 2, failed: 5, left: 0 });
    await stop();
    const reasons = new Map<number, string>();
    for (const [, entry] of readSweep(folder).entries()) {
      if (!("failed" in entry)) continue;
      const { reason, attempts, config } = entry.failed;
      reasons.set((config as { seed: number }).seed, `${attempts}: ${reason}`);
    }
    expect(Object.fromEntries(reasons)).toEqual({
      2: "2: it was  [31mthrown ",
      3: expect.stringMatching(/^2: .*3$/),
      4: "2: it took longer than 0.5 s",
      5: "1: what came back is not a result of it",
      6: "1: what came back is not a result of it",
    });
  });

  it("is for one process and for workers of its version, and gets back what Redis has forgotten", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const [plan, folder] = [planOf({}), newFolder()];
    const sentences: string[] = [];
    const swept = queued(plan, folder);
    await keysOfJobs(9);
    const other = serving({ version: "1.2.4", onRefused: (sentence) => sentences.push(sentence) });
    await expect(queued(plan, newFolder())).rejects.toThrow(
      "a sweep must be run by one process a queue, but another is running this one",
    );
    await until(async () => sentences.length > 0);
    expect(await other()).toEqual({ finished: 0, failed: 0 });
    expect(sentences).toEqual([
      "a sweep's version of adamcheck must be that of its workers, but it has 1.2.3 and this worker 1.2.4; its runs are left to others: install the same adamcheck on both sides",
    ]);
    await keysOfJobs(9);
    await redis.flushall();
    const stop = serving();
    expect(await swept).toMatchObject({ finished: 9, failed: 0 });
    await stop();
    expect(journalOf(folder)).toBe(await inThreadsHere(plan));
  });

  it("goes on from the checkpoint that another worker has left in Redis, and leaves none behind", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const plan = planOf({ axes: { batchSize: [3] }, seeds: "1-2", record: ["history"] });
    const [folder, whole] = [newFolder(), await inThreadsHere(plan)];
    const swept = queued(plan, folder);
    const keys = await keysOfJobs(2);
    const job = trialsOf(plan, engine).at(0);
    const id = jobKey(job, engine);
    const [, name] = (keys[0] as string).split(":");
    // Where it was after three epochs, with a number by which it is known again; and one that was cut off.
    const taken: Uint8Array[] = [];
    runTrial(job, {
      keeper: {
        offer(take) {
          const { history, ...rest } = take();
          const [first, ...others] = history;
          const marked = [{ ...first, trainLoss: 42 }, ...others] as typeof history;
          taken.push(toBytes({ of: id, snapshot: { ...rest, history: marked } }));
        },
      },
    });
    const marked = Buffer.from(taken[2] as Uint8Array);
    const other = keys.map((key) => key.split(":")[2] as string).find((key) => key !== id) as string;
    await redis.hset(`adamcheck:${name}:checkpoints`, id, marked, other, marked.subarray(1));
    const stop = serving();
    expect(await swept).toMatchObject({ finished: 2 });
    await stop();
    const histories = (journal: string) =>
      journal
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).outcome.recorded.history);
    const [ours, expected] = [histories(journalOf(folder)), histories(whole)];
    expect(ours[0][0].trainLoss).toBe(42);
    expect([ours[0].slice(1), ours[1]]).toEqual([expected[0].slice(1), expected[1]]);
    expect(await redis.keys("*")).toEqual([]);
  });

  it("runs nothing that is not the run of its key", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    const [plan, folder] = [planOf({ axes: { batchSize: [6] }, seeds: "1-4" }), newFolder()];
    const swept = queued(plan, folder);
    const keys = await keysOfJobs(4);
    const held = JSON.parse((await redis.hget(keys[0] as string, "data")) as string);
    const forged = [
      { ...held, job: { ...held.job, run: { ...held.job.run, seed: 77 } } },
      { ...held, job: { ...held.job, run: { ...held.job.run, epochs: -1 } } },
      { ...held, job: { ...held.job, kind: "simulate" } },
    ];
    for (const [k, data] of forged.entries()) await redis.hset(keys[k] as string, "data", JSON.stringify(data));
    const stop = serving();
    expect(await swept).toMatchObject({ finished: 1, failed: 3 });
    await stop();
    const reasons = [...readSweep(folder).entries()].flatMap(([key, entry]) =>
      "failed" in entry ? [[key, entry.failed.attempts, entry.failed.reason] as const] : [],
    );
    const told = new Map(reasons.map(([key, attempts, reason]) => [key, `${attempts}: ${reason}`]));
    const ofKey = (k: number) => told.get((keys[k] as string).slice(-64));
    expect(ofKey(0)).toMatch(/^1: what is in the queue must be the run of its key/);
    expect(ofKey(1)).toMatch(/^1: epochs must be a positive integer .*, but is -1/);
    expect(ofKey(2)).toMatch(/^1: job\.kind must be/);
  });

  it("takes back at a stop what no worker has begun, and keeps what they have under way", async ({ skip }) => {
    skip(noRedis !== undefined, noRedis);
    // More runs than one worker ends before the stop is seen, on any machine; the stop falls while what has ended is being collected.
    const plan = planOf({ base: { ...base, epochs: 3000 }, seeds: "1-100" });
    const folder = newFolder();
    const halt = new AbortController();
    const swept = queued(plan, folder, { signal: halt.signal, onProgress: () => halt.abort() });
    const stop = serving({ workers: 1 });
    const { finished, failed, left } = await swept;
    expect([failed, finished + left]).toEqual([0, 300]);
    expect(finished).toBeGreaterThan(0);
    expect(left).toBeGreaterThan(0);
    expect(await stop()).toEqual({ finished, failed: 0 });
    expect(await redis.keys("*")).toEqual([]);
  });
});
