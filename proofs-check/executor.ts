import { Piscina } from "piscina";
import { WORKER_ARGUMENTS } from "../src/experiments/workerArguments.ts";
import type { Check, Context } from "./claim.ts";
import type { Task } from "./tasks.ts";
import type { SampleRequest } from "./worker.ts";

/** A case that was run. */
export interface Timed {
  readonly sample: unknown;
  /** Milliseconds that it took, without the start of its thread. */
  readonly took: number;
}

/** Runs a case and looks at the clock. */
export function timed(check: Check, index: number, context: Context): Timed {
  const began = performance.now();
  const sample = check.sample(index, context);
  return { sample, took: performance.now() - began };
}

/** Runs single cases, some at once. */
export interface Executor {
  /** How many at once. */
  readonly width: number;
  sample(task: Task, index: number, context: Context): Promise<Timed>;
  /** Lets go of its threads, also of those that are at work. */
  close(): Promise<void>;
}

/** Runs cases in this thread, one by one: for tests, and for claims that exist in this thread alone. */
export const here: Executor = {
  width: 1,
  sample: async ({ check }, index, context) => timed(check, index, context),
  close: async () => {},
};

/**
 * Runs cases in worker threads.
 *
 * @param jobs threads, >= 1
 * @param files paths of users' claim files, which every thread loads for itself: functions do not travel
 * @returns the executor; `close` ends the threads
 */
export function threads(jobs: number, files: readonly string[]): Executor {
  const pool = new Piscina<SampleRequest, Timed>({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: 60_000,
    execArgv: WORKER_ARGUMENTS,
  });
  return {
    width: jobs,
    sample: ({ claim, check }, index, context) =>
      pool.run({ files, claim: claim.id, check: check.name, index, context }),
    close: () => pool.destroy(),
  };
}
