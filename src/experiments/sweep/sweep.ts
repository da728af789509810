import { randomInt } from "node:crypto";
import type { MetricHead } from "../../sim/metricHead.ts";
import { type Checkpoints, checkpointOf, type Left, removeFolder, tidied } from "../checkpoint/checkpoints.ts";
import { type Execute, longestFirst, type Task, turned } from "../execute.ts";
import type { Version } from "../job.ts";
import type { Damage } from "../journal/indexLines.ts";
import type { Journal } from "../journal/journal.ts";
import { inThreads } from "../threads.ts";
import { checkpointsIn, openSweep } from "./folder.ts";
import type { Plan } from "./plan.ts";
import { type Shard, shareOf } from "./shard.ts";
import { configOf, type Trial, type TrialJob } from "./trial.ts";
import { trialsOf } from "./trials.ts";

/** Milliseconds between two looks at what other processes have finished. */
const LOOK_EVERY = 5000;

/** What a sweep finds before it begins. */
export interface Begun {
  /** Runs of the plan, or of its share. */
  readonly total: number;
  /** Of them, finished earlier. */
  readonly found: number;
  /** Of them, failed earlier; they are not tried again unless asked for. */
  readonly failed: number;
  /** Runs in the folder that are not the plan's: of other plans or engines. */
  readonly others: number;
  readonly damaged: readonly Damage[];
  /** Checkpoints that an earlier call has left of runs that it did not finish. */
  readonly checkpoints: Left;
}

export interface SweepOptions {
  readonly plan: Plan;
  readonly folder: string;
  readonly engine: Version;
  /** Metrics that runs may have; those that are defined here unless given. */
  readonly metrics?: readonly MetricHead[];
  /** Runs at a time. */
  readonly workers: number;
  /** Seconds that a run may take. */
  readonly timeout?: number;
  readonly shard?: Shard;
  /** The runs of the plan that are wanted, by their index; all unless given. */
  readonly among?: ReadonlySet<number>;
  /** Seconds between two checkpoints of a run that takes long, at least. */
  readonly checkpointEvery?: number;
  /** Whether runs that have failed are tried again. */
  readonly retryFailed?: boolean;
  /** How runs are executed: in threads of this process unless given. */
  readonly execute?: Execute;
  /** Once aborted, runs under way are finished and no other is begun. */
  readonly signal?: AbortSignal;
  readonly onBegin?: (begun: Begun) => void;
  /** Told the share of the work done, in [0, 1]. */
  readonly onProgress?: (done: number) => void;
  /** Told of a run that has failed. */
  readonly onFailed?: (job: TrialJob, reason: string) => void;
}

/** How a sweep, or its share, stands at the end of a call. */
export interface Swept {
  readonly total: number;
  readonly finished: number;
  readonly failed: number;
  /** Not run, because the call was stopped. */
  readonly left: number;
}

/** How many of some runs the journal knows, by what became of them. */
function count(keys: Iterable<string>, journal: Journal<Trial>): { finished: number; failed: number } {
  let finished = 0;
  let failed = 0;
  for (const key of keys) {
    const state = journal.state(key);
    if (state === "outcome") finished++;
    else if (state === "failed") failed++;
  }
  return { finished, failed };
}

/**
 * Runs what a plan says and the folder lacks, into the folder's journal.
 *
 * @param options plan, folder, how to run
 * @returns how many runs have finished, failed or were left. When every run that is wanted is known, the journal is one file in plan order,
 *   a function of (plan, among, engine version) alone but for the reasons of failures
 * @throws InputError for a run that is not valid, or a folder that cannot be written; what has finished is kept
 * Source: ours.
 */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const {
    plan,
    folder,
    engine,
    workers,
    timeout,
    shard,
    among,
    checkpointEvery,
    retryFailed = false,
    signal,
  } = options;
  const checkpoints: Checkpoints = {
    folder: checkpointsIn(folder),
    ...(checkpointEvery !== undefined && { every: checkpointEvery }),
  };
  const trials = trialsOf(plan, engine);
  const all = longestFirst(trials.costs);
  const order = among ? all.filter((index) => among.has(index)) : all;
  const share = shard ? shareOf(order, shard) : order;
  const { name, version, outside } = engine;
  const journal = openSweep(folder, plan, {
    metrics: options.metrics,
    trainers: outside ? [{ name, version, outside }] : [],
  });
  const isWanted = (key: string) => {
    const state = journal.state(key);
    return state === undefined || (state === "failed" && retryFailed && !triedNow.has(key));
  };
  const triedNow = new Set<string>();
  function* keysOf(indices: Iterable<number>) {
    for (const index of indices) yield trials.keyAt(index);
  }
  try {
    const before = count(keysOf(share), journal);
    const known = before.finished + before.failed;
    const ofPlan = journal.size === known ? before : count(keysOf(trials.costs.keys()), journal);
    const lacking = Array.from(share).filter((index) => isWanted(trials.keyAt(index)));
    const left = tidied(checkpoints, (key) => journal.state(key) === "outcome");
    const wanted = new Set(left.goOn.length > 0 ? keysOf(lacking) : []);
    options.onBegin?.({
      total: share.length,
      found: before.finished,
      failed: before.failed,
      others: journal.size - ofPlan.finished - ofPlan.failed,
      damaged: journal.damaged,
      checkpoints: { ...left, goOn: left.goOn.filter((key) => wanted.has(key)) },
    });
    // Not a number that results depend on: the order in which runs are carried out is in none of them.
    const missing = turned(lacking, trials.costs, randomInt(2 ** 32) / 2 ** 32);
    const work = missing.reduce((sum, index) => sum + (trials.costs[index] as number), 0);
    let looked = performance.now();

    function* tasks(): Generator<Task<TrialJob>> {
      for (const index of missing) {
        if (performance.now() - looked > LOOK_EVERY) {
          journal.refresh();
          looked = performance.now();
        }
        if (isWanted(trials.keyAt(index))) {
          yield { index, job: trials.at(index), cost: trials.costs[index] as number };
        }
      }
    }

    if (missing.length > 0) {
      await (options.execute ?? inThreads())(tasks(), {
        workers,
        engine,
        ...(timeout !== undefined && { timeout }),
        ...(signal && { signal }),
        onProgress: (cost) => options.onProgress?.(cost / work),
        checkpoints,
        onFinished(index, outcome) {
          journal.add(trials.keyAt(index), { outcome });
          checkpointOf(checkpoints, trials.keyAt(index)).clear();
        },
        onFailed(index, reason, attempts) {
          const job = trials.at(index);
          triedNow.add(trials.keyAt(index));
          journal.add(trials.keyAt(index), { failed: { reason, attempts, config: configOf(job) } });
          options.onFailed?.(job, reason);
        },
      });
    }
    journal.close();
    removeFolder(checkpoints);
    const after = count(keysOf(share), journal);
    if (!journal.settled) {
      journal.refresh();
      const whole = count(keysOf(order), journal);
      if (whole.finished + whole.failed === order.length) journal.settle(keysOf(trials.costs.keys()));
    }
    return { total: share.length, ...after, left: share.length - after.finished - after.failed };
  } finally {
    journal.close();
  }
}
