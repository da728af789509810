import "../../data/images/files.ts";
import "../../sim/schedules/formula.ts";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Job as Entry, Worker } from "bullmq";
import type { Origin } from "../../optimizers/origin.ts";
import { InputError } from "../../setting/inputError.ts";
import type { Engine } from "../../sim/engine.ts";
import { metricOrigins } from "../../sim/ownMetrics.ts";
import { type Checkpoints, checkpointOf } from "../checkpoint/checkpoints.ts";
import { ATTEMPTS } from "../execute.ts";
import { openThreads, type ThreadOptions } from "../threadPool.ts";
import { engineFor } from "./about.ts";
import type { Address } from "./address.ts";
import { carry } from "./carriedCheckpoint.ts";
import { CHECKPOINTS, connect, PREFIX } from "./connection.ts";
import { sweepsAtWork } from "./lease.ts";
import { orderFrom } from "./message.ts";

/** Milliseconds between two looks for a run, where there was none. */
const LOOK_EVERY = 250;

/** Milliseconds between two looks at which sweeps are at work. */
const SWEEPS_EVERY = 1000;

/** How a process serves queues. */
export interface ServeOptions {
  readonly address: Address;
  /** Runs at a time. */
  readonly workers: number;
  readonly threads?: ThreadOptions;
  /** Of this package. */
  readonly version: string;
  /** Users' files that this process has loaded. */
  readonly code?: readonly Origin[];
  /** Seconds between two checkpoints of a run that takes long, at least. */
  readonly checkpointEvery?: number;
  /** Seconds after which, if this process has died, others may take its runs over; in [1, 3600]. */
  readonly takeover: number;
  /** Once aborted, no further run is begun; those under way come to their end. */
  readonly signal: AbortSignal;
  /** Told once it is connected. */
  readonly onBegin?: () => void;
  /** Told of each sweep that is left alone, and why. */
  readonly onRefused?: (sentence: string) => void;
}

/** What a process has done for others. */
export interface Served {
  readonly finished: number;
  /** Attempts that failed. */
  readonly failed: number;
}

/** A sweep that is served. */
interface Sweep {
  readonly worker: Worker;
  readonly engine: Engine;
  /** Runs of it under way here. */
  busy: number;
  /** Whether there is still somebody who collects what it gives. */
  atWork: boolean;
}

/** Whether Redis refuses since the run is not ours any more: taken over, or its sweep has ended. */
const isNotOurs = (error: unknown) => Number((error as { code?: unknown }).code) < 0;

/**
 * Serves the sweeps that have put their runs into a Redis (`inQueue`), in threads of this process, until it is told to stop. Each run is
 * checked as a run file is before it runs.
 *
 * @param options where, how many at a time
 * @returns how many runs it has finished
 * @throws InputError without the packages or the Redis, or where the connection is lost; runs under way are taken over by others then
 * Source: ours.
 */
export async function serveQueue(options: ServeOptions): Promise<Served> {
  const { address, workers, version, takeover, checkpointEvery, signal } = options;
  const lockDuration = 1000 * takeover;
  const connection = await connect(address);
  const { redis, bullmq, guard } = connection;
  const pool = openThreads(workers, options.threads);
  const checkpoints: Checkpoints = {
    folder: mkdtempSync(join(tmpdir(), "adamcheck-worker-")),
    ...(checkpointEvery !== undefined && { every: checkpointEvery }),
  };
  const token = randomUUID();
  const sweeps = new Map<string, Sweep>();
  const refused = new Set<string>();
  const served = { finished: 0, failed: 0 };
  const free = Array.from({ length: workers }, (_, slot) => slot);
  const underWay = new Set<Promise<void>>();
  let trouble: unknown;
  let looked = Number.NEGATIVE_INFINITY;

  async function begin(name: string, engine: Engine): Promise<void> {
    const worker = new bullmq.Worker(name, null, {
      connection: redis,
      prefix: PREFIX,
      lockDuration,
      stalledInterval: lockDuration / 2,
      // Deaths of workers are attempts like others, and counted with them.
      maxStalledCount: ATTEMPTS,
      maxStartedAttempts: ATTEMPTS,
    });
    worker.on("error", () => {});
    await guard(() => worker.startStalledCheckTimer());
    sweeps.set(name, { worker, engine, busy: 0, atWork: true });
  }

  async function findSweeps(): Promise<void> {
    looked = performance.now();
    const atWork = await sweepsAtWork(connection);
    for (const [name, sweep] of sweeps) {
      sweep.atWork = atWork.has(name);
      if (sweep.atWork || sweep.busy > 0) continue;
      sweeps.delete(name);
      await sweep.worker.close().catch(() => {});
    }
    for (const [name, about] of atWork) {
      if (sweeps.has(name) || refused.has(name)) continue;
      const engine = engineFor(about, version, options.code, metricOrigins());
      if (typeof engine !== "string") await begin(name, engine);
      else {
        refused.add(name);
        options.onRefused?.(engine);
      }
    }
  }

  /** The next run of any sweep; they take turns. */
  async function next(): Promise<{ sweep: Sweep; entry: Entry } | undefined> {
    for (const [name, sweep] of [...sweeps]) {
      if (!sweep.atWork) continue;
      const entry = await guard(() => sweep.worker.getNextJob(token, { block: false }));
      if (!entry) continue;
      sweeps.delete(name);
      sweeps.set(name, sweep);
      return { sweep, entry };
    }
    return undefined;
  }

  async function outcomeOf({ engine, worker }: Sweep, entry: Entry, slot: number): Promise<unknown> {
    if (entry.attemptsStarted > ATTEMPTS) {
      throw new bullmq.UnrecoverableError("the process that ran it ended before it did, or lost its connection");
    }
    let order: ReturnType<typeof orderFrom>;
    try {
      order = orderFrom(entry.data, entry.id as string, engine);
    } catch (error) {
      throw new bullmq.UnrecoverableError((error as Error).message);
    }
    const { job, timeout } = order;
    const key = entry.id as string;
    const carried = { all: worker.toKey(CHECKPOINTS), key, file: checkpointOf(checkpoints, key) };
    const endCarrying = await carry(redis, carried);
    let finished = false;
    try {
      const where = { engine, slot, checkpoints, ...(timeout !== undefined && { timeout }) };
      const outcome = await pool.attempt(job, where);
      finished = true;
      return outcome;
    } finally {
      await endCarrying(finished);
    }
  }

  async function carryOut(sweep: Sweep, entry: Entry, slot: number): Promise<void> {
    const renewal = setInterval(() => {
      // What cannot be renewed is taken over; that shows when it has ended.
      entry.extendLock(token, lockDuration).catch(() => {});
    }, lockDuration / 4);
    try {
      const outcome = await outcomeOf(sweep, entry, slot).then(
        (value) => ({ value }),
        (error: unknown) => {
          // No thread of this process can do any run: others take this one over.
          if (error instanceof InputError) throw error;
          return { error: error instanceof Error ? error : new Error(String(error)) };
        },
      );
      await guard(async () => {
        try {
          if ("error" in outcome) await entry.moveToFailed(outcome.error, token);
          else await entry.moveToCompleted(outcome.value, token, false);
          served["error" in outcome ? "failed" : "finished"]++;
        } catch (error) {
          if (!isNotOurs(error)) throw error;
        }
      });
    } finally {
      clearInterval(renewal);
    }
  }

  try {
    options.onBegin?.();
    while (!signal.aborted && !trouble) {
      if (performance.now() - looked > SWEEPS_EVERY) await findSweeps();
      const slot = free.pop();
      const found = slot === undefined ? undefined : await next();
      if (slot === undefined || !found) {
        if (slot !== undefined) free.push(slot);
        await Promise.race([pause(LOOK_EVERY), ...(slot === undefined ? underWay : [])]);
        continue;
      }
      const { sweep, entry } = found;
      sweep.busy++;
      const work: Promise<void> = carryOut(sweep, entry, slot)
        .catch((error) => {
          trouble ??= error;
        })
        .finally(() => {
          sweep.busy--;
          free.push(slot);
          underWay.delete(work);
        });
      underWay.add(work);
    }
    while (underWay.size > 0 && !trouble) await Promise.race(underWay);
    if (trouble) throw trouble;
    return served;
  } finally {
    await pool.close();
    rmSync(checkpoints.folder, { recursive: true, force: true });
    await Promise.all([...sweeps.values()].map(({ worker }) => worker.close(true).catch(() => {})));
    connection.close();
  }
}
