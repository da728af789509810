import { Piscina } from "piscina";
import type { Context } from "./claim.ts";
import type { Task } from "./tasks.ts";
import type { SampleRequest } from "./worker.ts";

/** Runs single cases, some at once. */
export interface Executor {
  /** How many at once. */
  readonly width: number;
  sample(task: Task, index: number, context: Context): Promise<unknown>;
  /** Lets go of its threads, also of those that are at work. */
  close(): Promise<void>;
}

/** Runs cases in this thread, one by one: for tests, and for claims that exist in this thread alone. */
export const here: Executor = {
  width: 1,
  sample: async ({ check }, index, context) => check.sample(index, context),
  close: async () => {},
};

/**
 * Runs cases in worker threads.
 *
 * @param jobs threads, >= 1
 * @param files absolute paths of users' claim files, which every thread loads for itself: functions do not travel
 * @returns the executor; `close` ends the threads
 */
export function threads(jobs: number, files: readonly string[]): Executor {
  const pool = new Piscina<SampleRequest, unknown>({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: 60_000,
  });
  return {
    width: jobs,
    sample: ({ claim, check }, index, context) =>
      pool.run({ files, claim: claim.id, check: check.name, index, context }),
    close: () => pool.destroy(),
  };
}
