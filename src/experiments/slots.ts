import { InputError } from "../setting/inputError.ts";
import { ATTEMPTS, type Execute, type ExecuteOptions, type Task } from "./execute.ts";
import type { Job, OutcomeOf } from "./job.ts";
import type { Pool } from "./threadPool.ts";

/** How often a running total is told, in milliseconds. */
const TELL_EVERY = 200;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * A way to execute jobs: so many at a time in the places of a pool, each of them once more where it has failed.
 *
 * @param open opens a pool of so many places
 * @returns how jobs are executed
 * @throws when called, InputError where the pool can do no job at all
 */
export const inSlots =
  (open: (places: number) => Pool): Execute =>
  async <J extends Job>(tasks: Iterable<Task<J>>, options: ExecuteOptions<J>) => {
    const { workers, engine, timeout, checkpoints, signal, onProgress, onFinished, onFailed } = options;
    const pool = open(workers);
    const underWay = new Float64Array(workers);
    let done = 0;
    let over = false;
    const tell = () => onProgress?.(underWay.reduce((sum, cost, slot) => sum + cost * pool.share(slot), done));
    const timer = setInterval(tell, TELL_EVERY);

    async function carryOut({ index, job }: Task<J>, slot: number): Promise<void> {
      for (let attempts = 1; ; attempts++) {
        let outcome: OutcomeOf<J>;
        try {
          const limits = { ...(timeout !== undefined && { timeout }), ...(checkpoints && { checkpoints }) };
          outcome = await pool.attempt(job, { engine, slot, ...limits });
        } catch (error) {
          // Its place was ended with the pool, after another job's outcome could not be kept.
          if (over) return;
          if (error instanceof InputError) throw error;
          if (attempts < ATTEMPTS) continue;
          return onFailed(index, reasonOf(error), attempts);
        }
        return onFinished(index, outcome);
      }
    }

    const queue = tasks[Symbol.iterator]();
    // Each place is handed its next job when it has finished one: a pool given all at once would deal them out beforehand.
    async function serve(slot: number): Promise<void> {
      while (!signal?.aborted && !over) {
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
      over = true;
      clearInterval(timer);
      await pool.close();
    }
  };
