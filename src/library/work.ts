import { availableParallelism } from "node:os";
import { parseAddress } from "../experiments/queue/address.ts";
import { type Served, serveQueue } from "../experiments/queue/serveQueue.ts";
import { integerBetween, integerFrom, positive } from "../setting/fields.ts";
import { InputError } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { jobThreads } from "./load/jobThreads.ts";
import { askedFiles } from "./load/loaded.ts";
import { callback, checked, PARALLEL, type ParallelOptions, present, text } from "./options.ts";
import { packageFile } from "./packageFile.ts";

/** Whose runs a worker takes. */
export interface WorkOptions extends Omit<ParallelOptions, "onProgress"> {
  /** The Redis that the sweeps name: redis://[USER:PASSWORD@]HOST:PORT. */
  readonly queue: string;
  /** Megabytes of JavaScript heap of a thread. */
  readonly memory?: number | undefined;
  /** Seconds that it may be out of reach before others take its runs over; 20 unless given. */
  readonly takeover?: number | undefined;
  /** Seconds between two checkpoints of a run that takes long, at least: 50 unless given. Another worker goes on from them. */
  readonly checkpointEvery?: number | undefined;
  /** Told once it is connected: where, and how many runs at a time. */
  readonly onBegin?: ((address: string, jobs: number) => void) | undefined;
  /** Told of each sweep that is left alone, and why. */
  readonly onRefused?: ((sentence: string) => void) | undefined;
}

const { onProgress: _, ...long } = PARALLEL;
const schema = z.strictObject({
  ...long,
  queue: text(),
  memory: integerFrom(16, "JavaScript heap of a thread", "MB").optional(),
  takeover: integerBetween(1, 3600, "time out of reach", "s").optional(),
  checkpointEvery: positive("the least time between two checkpoints of a run", "s").optional(),
  onBegin: callback<(address: string, jobs: number) => void>(),
  onRefused: callback<(sentence: string) => void>(),
});

/**
 * Runs what sweeps with `queue` have put into a Redis, until the signal stops it. It runs the code that it has loaded itself and no other.
 *
 * @param options queue, jobs, memory, takeover, signal
 * @returns how many runs have finished here
 * @throws InputError without the packages bullmq and ioredis, or the Redis
 * Source: ours. Shown by `adamcheck worker --help`.
 */
export async function work(options: WorkOptions): Promise<Served> {
  const { queue, jobs, memory, takeover, checkpointEvery, signal, onBegin, onRefused } = checked(
    schema,
    options,
    "work's options",
  );
  if (queue === undefined) throw new InputError("queue must be redis://HOST:PORT, but is missing; add it");
  const address = parseAddress(queue);
  const workers = jobs ?? availableParallelism();
  return serveQueue({
    ...{ address, workers, version: packageFile().version, code: askedFiles(), takeover: takeover ?? 20 },
    threads: { ...jobThreads(), ...(memory !== undefined && { heap: memory }) },
    signal: signal ?? new AbortController().signal,
    ...present({ checkpointEvery }),
    onBegin: () => onBegin?.(address.shown, workers),
    ...(onRefused && { onRefused }),
  });
}
