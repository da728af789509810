import { Piscina } from "piscina";
import { ATTEMPTS, type Execute, type ExecuteOptions, type Task } from "./execute.ts";
import type { Job, OutcomeOf } from "./job.ts";
import { WAITING, type WorkerTask } from "./workerTask.ts";

/** How often a running total is told, in milliseconds. */
const TELL_EVERY = 200;

/** How often it is looked whether a job takes too long, in milliseconds. */
const LOOK_EVERY = 50;

/** How worker threads are set up. */
export interface ThreadOptions {
  /** The code of a worker. */
  readonly worker?: URL;
  /** Megabytes of JavaScript heap that a worker may take; V8's own limit unless given. */
  readonly heap?: number;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * A way to execute jobs: in threads of this process, one engine each. A thread that throws, dies, runs out of memory or takes too long is
 * replaced, and its job tried once more.
 *
 * @param options how the threads are set up
 * @returns how jobs are executed
 */
export const inThreads =
  ({ worker = new URL("./worker.js", import.meta.url), heap }: ThreadOptions = {}): Execute =>
  async <J extends Job>(tasks: Iterable<Task<J>>, options: ExecuteOptions<J>) => {
    const { workers, engine, timeout, signal, onProgress, onFinished, onFailed } = options;
    const pool = new Piscina<WorkerTask, OutcomeOf<J>>({
      filename: worker.href,
      minThreads: 1,
      maxThreads: workers,
      idleTimeout: Infinity,
      ...(heap !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heap } }),
    });
    // A thread that dies while it has no job is replaced all the same.
    pool.on("error", () => {});
    const progress = new Int32Array(new SharedArrayBuffer(4 * workers));
    const underWay = new Float64Array(workers);
    let done = 0;
    const tell = () =>
      onProgress?.(
        underWay.reduce((sum, cost, slot) => sum + (cost * Math.max(0, Atomics.load(progress, slot))) / 1e6, done),
      );
    const timer = setInterval(tell, TELL_EVERY);

    /** Aborts once a job has run for too long; the time in which its thread is started does not count. */
    function clockOf(slot: number, seconds: number, clock: AbortController): NodeJS.Timeout {
      let begun: number | undefined;
      return setInterval(() => {
        if (Atomics.load(progress, slot) === WAITING) return;
        begun ??= performance.now();
        if (performance.now() - begun > 1000 * seconds) clock.abort();
      }, LOOK_EVERY);
    }

    async function attempt(job: J, slot: number): Promise<OutcomeOf<J>> {
      const clock = new AbortController();
      Atomics.store(progress, slot, WAITING);
      const watch = timeout === undefined ? undefined : clockOf(slot, timeout, clock);
      try {
        return await pool.run(
          { job, engine: engine.name, progress, slot },
          timeout === undefined ? {} : { signal: clock.signal },
        );
      } catch (error) {
        throw clock.signal.aborted ? new Error(`it took longer than ${timeout} s`) : error;
      } finally {
        clearInterval(watch);
      }
    }

    async function carryOut({ index, job }: Task<J>, slot: number): Promise<void> {
      for (let attempts = 1; ; attempts++) {
        let outcome: OutcomeOf<J>;
        try {
          outcome = await attempt(job, slot);
        } catch (error) {
          if (attempts < ATTEMPTS) continue;
          return onFailed(index, reasonOf(error), attempts);
        }
        return onFinished(index, outcome);
      }
    }

    const queue = tasks[Symbol.iterator]();
    // Each thread is handed its next job when it has finished one: a pool given all at once would deal them out beforehand.
    async function serve(slot: number): Promise<void> {
      while (!signal?.aborted) {
        const { value: task, done: empty } = queue.next();
        if (empty) return;
        underWay[slot] = task.cost;
        await carryOut(task, slot);
        underWay[slot] = 0;
        done += task.cost;
      }
    }

    try {
      await Promise.all(Array.from(underWay, (_, slot) => serve(slot)));
      tell();
    } finally {
      clearInterval(timer);
      await pool.destroy();
    }
  };
