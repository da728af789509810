import { setTimeout as pause } from "node:timers/promises";
import type { Job as Entry } from "bullmq";
import type { Origin } from "../../optimizers/origin.ts";
import { canonical } from "../canonical.ts";
import { ATTEMPTS, type Execute, type ExecuteOptions, type Task } from "../execute.ts";
import { type Job, jobKey, type OutcomeOf } from "../job.ts";
import type { Plan } from "../sweep/plan.ts";
import type { Shard } from "../sweep/shard.ts";
import { textHash } from "../textHash.ts";
import { aboutOf } from "./about.ts";
import type { Address } from "./address.ts";
import { CHECKPOINTS, connect, PREFIX } from "./connection.ts";
import { takeQueue } from "./lease.ts";
import { reasonFrom, trialFrom } from "./message.ts";

/** How many runs are in the queue at most: enough for hundreds of threads, and little for Redis to hold. */
const WINDOW = 1000;

/** Milliseconds between two looks at what has ended. */
const LOOK_EVERY = 200;

/** Looks between two at whether Redis still has what it was given. */
const COUNT_EVERY = 10;

/** Where the runs of a sweep are put. */
export interface QueueOptions {
  readonly address: Address;
  readonly plan: Plan;
  readonly shard?: Shard;
  /** Of this package. */
  readonly version: string;
  /** Users' files that define what the plan names. */
  readonly code?: readonly Origin[];
  /** Told once workers may take runs. */
  readonly onBegin?: () => void;
}

/**
 * A way to execute runs of a sweep: they are put into a queue in a Redis, from which workers of this and other machines take them
 * (`serveQueue`). A run of a worker that dies is taken over by another; one that fails, or whose worker has died, is tried once more.
 *
 * queue = SHA-256 of the canonical JSON of (plan, shard, versions); the id of a job is its key
 *
 * @param options where
 * @returns how runs are executed
 * @throws when called, InputError without the packages or the Redis, where the connection is lost, or another process runs this sweep there
 * Source: ours.
 */
export const inQueue =
  ({ address, plan, shard, version, code, onBegin }: QueueOptions): Execute =>
  async <J extends Job>(tasks: Iterable<Task<J>>, options: ExecuteOptions<J>) => {
    const { engine, timeout, signal, onProgress, onFinished, onFailed } = options;
    const about = aboutOf(version, engine, code);
    const name = textHash(canonical({ plan, shard, about }));
    const connection = await connect(address);
    const { redis, bullmq, guard } = connection;
    const waiting = new Map<string, Task<J>>();
    let done = 0;

    const lease = await takeQueue(connection, name, about).catch((error) => {
      connection.close();
      throw error;
    });
    const queue = new bullmq.Queue(name, { connection: redis, prefix: PREFIX });
    queue.on("error", () => {});

    function put(keys: readonly string[]): Promise<unknown> {
      const entries = keys.map((key) => {
        const { job } = waiting.get(key) as Task<J>;
        const data = { job, ...(timeout !== undefined && { timeout }) };
        return { name: job.kind, data, opts: { jobId: key, attempts: ATTEMPTS } };
      });
      return guard(() => queue.addBulk(entries));
    }

    /** What has become of a run, to whoever asked for it. */
    function tell({ index, job, cost }: Task<J>, ended: Entry): void {
      const attempts = Math.min(ATTEMPTS, Math.max(1, Number(ended.attemptsStarted) || 1));
      if (job.kind !== "trial") throw new Error(`a queue carries runs of sweeps, not a job of kind ${job.kind}`);
      const trial = trialFrom(ended.returnvalue, job);
      if (trial) onFinished(index, trial as OutcomeOf<J>);
      // The reason of an attempt that has failed stays where the next one has not.
      else if (ended.returnvalue === null) onFailed(index, reasonFrom(ended.failedReason), attempts);
      else onFailed(index, "what came back is not a result of it", attempts);
      done += cost;
      onProgress?.(done);
    }

    /** Takes what has ended out of the queue; how much it was. */
    async function collect(): Promise<number> {
      const ended = await guard(() => queue.getJobs(["completed", "failed"], 0, WINDOW));
      for (const job of ended) {
        const task = waiting.get(job.id as string);
        // What nobody waits for is from a call that was killed after it had kept the outcome.
        if (!task) continue;
        waiting.delete(job.id as string);
        tell(task, job);
      }
      await guard(() => Promise.all(ended.map((job) => job.remove())));
      // What was stopped, or has failed, may be gone on with.
      const over = ended.filter(({ returnvalue }) => returnvalue !== null).map(({ id }) => id as string);
      if (over.length > 0) await guard(() => redis.hdel(queue.toKey(CHECKPOINTS), ...over));
      return ended.length;
    }

    /** The runs that Redis does not have any more: it was emptied or begun anew, or they were taken back. */
    async function gone(): Promise<string[]> {
      const keys = [...waiting.keys()];
      const found = await guard(() => Promise.all(keys.map((key) => redis.exists(queue.toKey(key)))));
      return keys.filter((_, k) => found[k] === 0);
    }

    /** The runs that no living worker has: those that Redis does not know, or whose worker has let its lock expire. */
    async function orphans(): Promise<string[]> {
      const keys = [...waiting.keys()];
      const locked = await guard(() => Promise.all(keys.map((key) => redis.exists(`${queue.toKey(key)}:lock`))));
      return keys.filter((_, k) => locked[k] === 0);
    }

    const source = tasks[Symbol.iterator]();
    let more = true;
    let idleBefore = new Set<string>();
    try {
      // What a call that was killed has left to be run comes again, in order; what workers run at this moment stays.
      await guard(() => queue.drain());
      onBegin?.();
      for (let looks = 1; ; looks++) {
        lease.check();
        const fresh: string[] = [];
        if (signal?.aborted) {
          more = false;
          await guard(() => queue.drain());
        }
        while (more && waiting.size < WINDOW) {
          const { value: task, done: empty } = source.next();
          if (empty) {
            more = false;
            break;
          }
          const key = jobKey(task.job, engine);
          waiting.set(key, task);
          fresh.push(key);
        }
        await put(fresh);
        // Before what has ended is collected: a run that is in nobody's hands and not collected thereafter has not ended either. At two looks
        // in a row: between them all that waits is taken back, and what a worker took just before that is in its hands at the second.
        const idle = signal?.aborted ? new Set(await orphans()) : undefined;
        const ended = await collect();
        if (idle) {
          for (const key of idle) if (idleBefore.has(key)) waiting.delete(key);
          idleBefore = idle;
        } else if (looks % COUNT_EVERY === 0) await put(await gone());
        if (!more && waiting.size === 0) break;
        if (ended === 0) await pause(LOOK_EVERY);
      }
      await guard(() => queue.obliterate({ force: true }));
    } finally {
      // After an error there may be nobody to say it to.
      await queue.drain().catch(() => {});
      await lease.release().catch(() => {});
      await queue.close().catch(() => {});
      connection.close();
    }
  };
