import { Piscina } from "piscina";
import { InputError } from "../setting/inputError.ts";
import type { EngineId } from "../sim/engine.ts";
import type { Checkpoints } from "./checkpoint/checkpoints.ts";
import { deadline } from "./deadline.ts";
import type { Job, OutcomeOf } from "./job.ts";
import { WORKER_ARGUMENTS } from "./workerArguments.ts";
import { isRefusal, type Refusal, WAITING, type WorkerTask } from "./workerTask.ts";

/** How worker threads are set up. */
export interface ThreadOptions {
  /** The code of a worker. */
  readonly worker?: URL;
  /** Megabytes of JavaScript heap that a worker may take; V8's own limit unless given. */
  readonly heap?: number;
  /** What every worker is given when it begins. */
  readonly data?: unknown;
}

/** Where and how a job runs once. */
export interface Attempt {
  readonly engine: Pick<EngineId, "name">;
  /** One of the pool's places, from 0; no other job may be in it. */
  readonly slot: number;
  /** Seconds that it may take. */
  readonly timeout?: number;
  /** Where it is kept on its way. */
  readonly checkpoints?: Checkpoints;
}

/** Places in which jobs are carried out, one each at a time. */
export interface Pool {
  /**
   * Carries out a job; rejects where that fails, or takes too long, and the place is ready for another one then. It rejects with an InputError only
   * where no place could do any job.
   */
  attempt<J extends Job>(job: J, where: Attempt): Promise<OutcomeOf<J>>;
  /** The share done of the job in a place, in [0, 1]; 0 where it is not known. */
  share(slot: number): number;
  close(): Promise<void>;
}

/**
 * Opens a pool of threads of this process, one engine each. One that throws, dies, runs out of memory or takes too long is replaced.
 *
 * @param slots how many jobs it may be given at a time
 * @param options how the threads are set up
 * @returns the pool
 */
export function openThreads(
  slots: number,
  { worker = new URL("./worker.js", import.meta.url), heap, data }: ThreadOptions = {},
): Pool {
  const pool = new Piscina<WorkerTask, OutcomeOf<Job> | Refusal>({
    filename: worker.href,
    minThreads: 1,
    maxThreads: slots,
    idleTimeout: Infinity,
    execArgv: WORKER_ARGUMENTS,
    ...(data !== undefined && { workerData: data }),
    ...(heap !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heap } }),
  });
  // A thread that dies while it has no job is replaced all the same.
  pool.on("error", () => {});
  const progress = new Int32Array(new SharedArrayBuffer(4 * slots));

  return {
    async attempt<J extends Job>(job: J, { engine, slot, timeout, checkpoints }: Attempt) {
      Atomics.store(progress, slot, WAITING);
      const begun = () => (Atomics.load(progress, slot) === WAITING ? 0 : 1);
      const limit = timeout === undefined ? undefined : deadline(timeout, begun);
      const task = { job, engine: engine.name, checkpoints, progress, slot };
      const answer = await pool
        .run(task, limit ? { signal: limit.signal } : {})
        .catch((error) => {
          throw limit?.signal.aborted ? new Error(`it took longer than ${timeout} s`) : error;
        })
        .finally(() => limit?.end());
      if (isRefusal(answer)) throw new InputError(answer.refused);
      return answer as OutcomeOf<J>;
    },
    share: (slot) => Math.max(0, Atomics.load(progress, slot)) / 1e6,
    close: () => pool.destroy(),
  };
}
