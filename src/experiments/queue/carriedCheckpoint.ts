import { statSync } from "node:fs";
import type { Redis } from "ioredis";
import type { CheckpointFile } from "../checkpoint/checkpointFile.ts";

/** Milliseconds between two looks at whether there is a newer one. */
const LOOK_EVERY = 1000;

/** Bytes that a Redis is given to hold of a run, at most: its worker alone goes on from a larger one. */
const MOST = 2 ** 26;

/** Seconds after which a Redis forgets the checkpoints of a sweep that nobody has written to. */
const FORGET_AFTER = 7 * 24 * 3600;

/** Which run of which sweep. */
export interface Carried {
  /** The hash in which a Redis holds the checkpoints of the sweep. */
  readonly all: string;
  readonly key: string;
  /** The worker's own. */
  readonly file: CheckpointFile;
}

/** When a file was written last; undefined where it is not there. */
const writtenAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/**
 * Carries the checkpoint of a run between a worker's file and the Redis, so that another worker can go on from it. What goes wrong on the way costs time, and
 * no result: the run begins anew then.
 *
 * @param redis where all workers look
 * @param carried which run
 * @returns once the file is what the Redis had: a function that ends the carrying, told whether the run has finished
 * Source: ours.
 */
export async function carry(redis: Redis, { all, key, file }: Carried): Promise<(finished: boolean) => Promise<void>> {
  const found = await redis.hgetBuffer(all, key).catch(() => null);
  if (found) file.write(found);
  let sent = writtenAt(file.name);
  let sending: Promise<unknown> = Promise.resolve();
  const send = async (): Promise<void> => {
    const now = writtenAt(file.name);
    if (now === sent) return;
    sent = now;
    const bytes = file.read();
    if (!bytes || bytes.length > MOST) return;
    await redis.hset(all, key, Buffer.from(bytes));
    await redis.expire(all, FORGET_AFTER);
  };
  const timer = setInterval(() => {
    sending = sending.then(send).catch(() => {});
  }, LOOK_EVERY);
  return async (finished) => {
    clearInterval(timer);
    await sending;
    // A thread that has died may have left one since.
    if (!finished) return send().catch(() => {});
    // The Redis keeps its own until the outcome is kept.
    file.clear();
  };
}
