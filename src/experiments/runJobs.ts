import { Piscina } from "piscina";
import type { Engine } from "../sim/engine.ts";
import { type Job, jobCost, type Outcome } from "./job.ts";
import type { WorkerTask } from "./worker.ts";

/** How often a running total is told, in milliseconds. */
const TELL_EVERY = 200;

export interface RunJobsOptions {
  readonly workers: number;
  readonly engine: Engine;
  /** Told the share of all work done, in [0, 1]. */
  readonly onProgress: (done: number) => void;
  /** Told each outcome as it comes; the order depends on the workers. */
  readonly onFinished: (index: number, outcome: Outcome) => void;
}

/**
 * Runs jobs in worker threads.
 *
 * @param jobs run longest first, so that no long one is left for the end
 * @param options worker count and callbacks
 * @returns when all are done
 * @throws the first error of a worker
 */
export async function runJobs(
  jobs: readonly Job[],
  { workers, engine, onProgress, onFinished }: RunJobsOptions,
): Promise<void> {
  if (jobs.length === 0) return;
  const threads = Math.min(workers, jobs.length);
  const pool = new Piscina<WorkerTask, Outcome>({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  const progress = new Int32Array(new SharedArrayBuffer(4 * jobs.length));
  const costs = jobs.map(jobCost);
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const tell = () =>
    onProgress(costs.reduce((sum, cost, slot) => sum + cost * Atomics.load(progress, slot), 0) / total / 1e6);
  const timer = setInterval(tell, TELL_EVERY);
  const queue = jobs.map((_, slot) => slot).sort((a, b) => (costs[b] as number) - (costs[a] as number) || a - b);
  // Each worker is handed its next job when it has finished one: a pool given all at once would deal them out beforehand.
  const serve = async () => {
    for (let slot = queue.shift(); slot !== undefined; slot = queue.shift()) {
      onFinished(slot, await pool.run({ job: jobs[slot] as Job, engine: engine.name, progress, slot }));
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, serve));
    tell();
  } finally {
    clearInterval(timer);
    await pool.destroy();
  }
}
