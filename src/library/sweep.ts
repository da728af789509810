import { availableParallelism } from "node:os";
import { parseAddress } from "../experiments/queue/address.ts";
import { inQueue } from "../experiments/queue/inQueue.ts";
import type { Plan } from "../experiments/sweep/plan.ts";
import { type Preview, preview } from "../experiments/sweep/preview.ts";
import { parseShard } from "../experiments/sweep/shard.ts";
import type { Begun, SweepOptions as Running, Swept } from "../experiments/sweep/sweep.ts";
import { sweepUntil } from "../experiments/sweep/sweepUntil.ts";
import type { TrialJob } from "../experiments/sweep/trial.ts";
import { inThreads } from "../experiments/threads.ts";
import { inTrainer } from "../experiments/trainer/inTrainer.ts";
import { openTrainer, type Trainer } from "../experiments/trainer/trainer.ts";
import type { Origin } from "../optimizers/origin.ts";
import { integerFrom, positive } from "../setting/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import { wordsOf } from "../setting/wordsOf.ts";
import * as z from "../setting/zod.ts";
import { ENGINE, type EngineName, engineOf } from "./engineOf.ts";
import { jobThreads } from "./load/jobThreads.ts";
import { mustTravel } from "./load/mustTravel.ts";
import { callback, checked, command, flag, PARALLEL, type ParallelOptions, present, SECONDS, text } from "./options.ts";
import { packageFile } from "./packageFile.ts";
import { optimizersIn, type PlanSpec, partsIn, planOf } from "./planOf.ts";

/** Where and how a sweep runs. */
export interface SweepOptions extends ParallelOptions {
  /** The folder where runs are kept, and from which any later call goes on. */
  readonly out: string;
  readonly engine?: EngineName | undefined;
  /**
   * A program of your own that carries out the runs instead, such as "python3 train.py" or ["python3", "train.py"]: code that is run as it stands, without a
   * shell. It is told a run as JSON on its standard input and prints a JSON result; `jobs` of it run at a time, 1 unless given.
   */
  readonly trainer?: string | readonly string[] | undefined;
  /** With a plan's name: fewer epochs, seeds and fresh examples. */
  readonly quick?: boolean | undefined;
  /** Only one of K equal shares: "3/8". */
  readonly shard?: string | undefined;
  /** Lets workers run it, through the Redis at redis://[USER:PASSWORD@]HOST:PORT. */
  readonly queue?: string | undefined;
  /** Seconds that a run may take. */
  readonly timeout?: number | undefined;
  /** Megabytes of JavaScript heap of a thread. */
  readonly memory?: number | undefined;
  /** Seconds between two checkpoints of a run that takes long, at least: 50 unless given, so that a kill costs each run a minute at most. */
  readonly checkpointEvery?: number | undefined;
  /** Whether runs that have failed are tried again. */
  readonly retryFailed?: boolean | undefined;
  /** Told what the folder holds, before the first run. */
  readonly onBegin?: ((begun: Begun) => void) | undefined;
  /** Told of a run that has failed twice. */
  readonly onFailed?: ((job: TrialJob, reason: string, plan: Plan) => void) | undefined;
  /** With `queue`, told where workers find it, once they may take runs. */
  readonly onQueue?: ((address: string) => void) | undefined;
}

/** Fields that a sweep and a phase diagram share. */
export const RUNS = {
  ...PARALLEL,
  out: text(),
  engine: ENGINE,
  timeout: SECONDS,
  checkpointEvery: positive("the least time between two checkpoints of a run", "s").optional(),
  retryFailed: flag(),
  onBegin: callback<(begun: Begun) => void>(),
  onFailed: callback<(job: TrialJob, reason: string, plan: Plan) => void>(),
};

const schema = z.strictObject({
  ...RUNS,
  quick: flag(),
  shard: text(),
  queue: text(),
  trainer: command(),
  memory: integerFrom(16, "JavaScript heap of a thread", "MB").optional(),
  onQueue: callback<(address: string) => void>(),
});

/** What does not go with a trainer, and why. */
const NOT_WITH_TRAINER = {
  engine: "which is in the place of our engines",
  memory: "which has its own",
  checkpointEvery: "of which nobody here knows how far it has come",
  queue: "which runs here; share the work by shards",
} as const;

/** The trainer that is asked for; refuses what does not go with it, and a plan that cannot be run without. */
async function trainerFrom(given: SweepOptions, { method }: Plan): Promise<Trainer | undefined> {
  const { trainer, timeout } = given;
  if (trainer === undefined) {
    if (method !== "trainer") return undefined;
    throw new InputError(
      'trainer must be given where the plan\'s method is "trainer", but is missing; name the program',
    );
  }
  for (const [name, why] of Object.entries(NOT_WITH_TRAINER)) {
    const value = given[name as keyof typeof NOT_WITH_TRAINER];
    if (value === undefined) continue;
    throw new InputError(`${name} must be absent where trainer is given, ${why}, but is ${show(value)}; leave it out`);
  }
  if (method !== "trainer" && method !== "simulate") {
    throw new InputError(
      `method must be "simulate" or "trainer" where trainer is given, which has no coefficients, but is ${show(method)}; change the plan`,
    );
  }
  const words = typeof trainer === "string" ? wordsOf(trainer, "trainer") : trainer;
  if (!words[0]) throw new InputError(`trainer must name a program, but is ${show(trainer)}; name it`);
  return openTrainer(words, timeout);
}

/** How runs are executed: in threads of this process, or by workers. */
function executeFrom({ queue, memory, onQueue }: SweepOptions, { plan, shard }: Running, code: readonly Origin[]) {
  if (queue === undefined) return inThreads({ ...jobThreads(), ...(memory !== undefined && { heap: memory }) });
  if (memory !== undefined) {
    throw new InputError(
      `memory must be absent where queue is given, whose workers run what is in it, but is ${show(memory)}; give it to the workers`,
    );
  }
  if (plan.until !== undefined) {
    throw new InputError(
      `queue must be absent where the plan has until, whose next runs depend on the ones before, but is ${show(queue)}; use shards or leave until out`,
    );
  }
  const address = parseAddress(queue);
  return inQueue({
    ...{ address, plan, ...(shard && { shard }), version: packageFile().version, code },
    onBegin: () => onQueue?.(address.shown),
  });
}

async function prepared(spec: PlanSpec, options: SweepOptions, what: string) {
  const given = checked(schema, options, what) as SweepOptions;
  const {
    out,
    engine,
    quick,
    shard,
    timeout,
    checkpointEvery,
    retryFailed = false,
    jobs = given.trainer === undefined ? availableParallelism() : 1,
  } = given;
  if (out === undefined) throw new InputError("out must name the folder of the sweep, but is missing; add it");
  const plan = planOf(spec, quick);
  const trainer = await trainerFrom(given, plan);
  const running: Running = {
    ...{ plan, folder: out, engine: trainer ?? (await engineOf(engine)), workers: jobs, retryFailed },
    ...(trainer && { metrics: trainer.metrics }),
    ...(shard !== undefined && { shard: parseShard(shard) }),
    ...present({ timeout, checkpointEvery }),
  };
  return { given, plan, running, trainer };
}

/**
 * Runs every combination of a plan's axes for every seed, into a folder; what the folder has already is not run again.
 *
 * @param spec what a plan file holds, or the name of one of the papers' sweeps
 * @param options out, the folder; jobs, shard, queue, trainer, timeout, signal, onProgress
 * @returns how many runs have finished, failed or were left because the signal stopped it; `summary`, `runs` and `figure` read the folder
 * @throws InputError, one sentence; what has finished is kept
 * Source: ours; the folder's bytes are a function of (plan, engine version) alone. Shown in examples/resume-a-sweep.mjs.
 */
export async function sweep(spec: PlanSpec, options: SweepOptions): Promise<Swept> {
  const { given, plan, running, trainer } = await prepared(spec, options, "sweep's options");
  const { signal, onProgress, onBegin, onFailed } = given;
  const execute = trainer
    ? inTrainer(trainer)
    : executeFrom(given, running, mustTravel(optimizersIn(plan), partsIn(plan)));
  return sweepUntil({
    ...running,
    execute,
    ...present({ signal, onProgress, onBegin }),
    onFailed: (job, reason) => onFailed?.(job, reason, plan),
  } as Running);
}

/**
 * What a sweep would do: how many runs, how long, how much disk. Nothing is run or written.
 *
 * @param spec as `sweep`
 * @param options as `sweep`
 * @returns runs, seconds of work, bytes
 * @throws InputError as `sweep`
 * Source: ours. Shown in examples/resume-a-sweep.mjs.
 */
export async function previewSweep(spec: PlanSpec, options: SweepOptions): Promise<Preview> {
  return preview((await prepared(spec, options, "previewSweep's options")).running);
}
