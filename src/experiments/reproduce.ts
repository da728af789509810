import type { Engine } from "../sim/engine.ts";
import { type Checkpoints, checkpointOf, removeFolder, tidied } from "./checkpoint/checkpoints.ts";
import { longestFirst, type Task } from "./execute.ts";
import type { HeatReport } from "./heat/report.ts";
import { type CompareJob, jobCost, jobKey, type SimulateJob } from "./job.ts";
import { type Journal, memoryJournal, openJournal } from "./journal/journal.ts";
import type { Outcome } from "./outcome.ts";
import { type RowReport, rowReport } from "./rowReport.ts";
import { jobOf, MINI_BATCH_BELOW, type Row, type Target, TEST_SIZES } from "./target.ts";
import { inThreads } from "./threads.ts";

export interface ReproduceOptions {
  readonly targets: readonly Target[];
  readonly seeds: readonly number[];
  /** Seeds of the rows with b < 20 (MINI_BATCH_BELOW). */
  readonly miniBatchSeeds: readonly number[];
  readonly quick: boolean;
  readonly workers: number;
  readonly engine: Engine;
  /** File of finished jobs, which an interrupted call leaves for the next; null keeps none. */
  readonly journal: string | null;
  /** Once aborted, runs under way are finished, no other is begun, and the call ends with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress: (done: number) => void;
  /** Told which job of how many has finished, its row and its seed. */
  readonly onFinished: (finished: number, total: number, label: string, seed: number) => void;
  /** Told how many jobs an earlier call had finished and how many of its lines were unreadable. */
  readonly onResume: (found: number, dropped: number) => void;
}

/** What came of the papers' experiments, beside what they published. */
export interface Report {
  readonly quick: boolean;
  readonly testSize: number;
  readonly seeds: readonly number[];
  readonly miniBatchSeeds: readonly number[];
  readonly engine: { readonly name: string; readonly version: string };
  readonly rows: readonly RowReport[];
  /** Where heat maps were asked for. */
  readonly maps?: readonly HeatReport[];
}

interface Planned {
  readonly target: Target;
  readonly row: Row;
  readonly seed: number;
  readonly job: SimulateJob | CompareJob;
  readonly key: string;
}

function plan({ targets, seeds, miniBatchSeeds, quick, engine }: ReproduceOptions): Planned[] {
  return targets.flatMap((target) =>
    target.rows.flatMap((row) =>
      seedsOf(row, seeds, miniBatchSeeds).map((seed) => {
        const job = jobOf(row, seed, quick);
        return { target, row, seed, job, key: jobKey(job, engine) };
      }),
    ),
  );
}

const seedsOf = ({ batchSize }: Row, seeds: readonly number[], miniBatchSeeds: readonly number[]) =>
  batchSize < MINI_BATCH_BELOW ? miniBatchSeeds : seeds;

/** Runs what the journal lacks, the longest first. */
async function runMissing(
  missing: readonly Planned[],
  journal: Journal<Outcome>,
  { workers, engine, signal, onProgress, journal: file }: ReproduceOptions,
  onFinished: (run: Planned) => void,
): Promise<void> {
  if (missing.length === 0) return;
  const costs = missing.map(({ job }) => jobCost(job));
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const failures: string[] = [];
  const tasks = Array.from(longestFirst(costs), (index): Task<Planned["job"]> => {
    return { index, job: (missing[index] as Planned).job, cost: costs[index] as number };
  });
  const checkpoints: Checkpoints | undefined = file === null ? undefined : { folder: `${file}.checkpoints` };
  if (checkpoints) tidied(checkpoints, (key) => journal.state(key) === "outcome");
  await inThreads()(tasks, {
    workers,
    engine,
    ...(checkpoints && { checkpoints }),
    ...(signal && { signal }),
    onProgress: (cost) => onProgress(cost / total),
    onFinished(index, outcome) {
      const run = missing[index] as Planned;
      journal.add(run.key, { outcome });
      if (checkpoints) checkpointOf(checkpoints, run.key).clear();
      onFinished(run);
    },
    onFailed(index, reason) {
      const { row, seed } = missing[index] as Planned;
      failures.push(`${row.label}, seed ${seed}: ${reason}`);
    },
  });
  if (checkpoints) removeFolder(checkpoints);
  if (failures.length > 0) throw new Error(`${failures.length} runs failed twice. ${failures.join("; ")}`);
}

/**
 * Runs the papers' experiments over several seeds and sets the outcome beside what was published.
 *
 * @param options targets, seeds, quick or full, workers, journal, callbacks
 * @returns a report: a function of (targets, seeds, quick, engine version), whatever the number of workers
 * @throws the signal's reason where it was aborted, and Error that names every run that failed twice, after all others have finished
 * Source: docs/theory.md 6; [T25] D.2, [Z21].
 */
export async function reproduce(options: ReproduceOptions): Promise<Report> {
  const { targets, seeds, miniBatchSeeds, quick, engine, onFinished, onResume } = options;
  const planned = plan(options);
  const journal = options.journal === null ? memoryJournal<Outcome>() : openJournal<Outcome>(options.journal);
  const unique = [...new Map(planned.map((entry) => [entry.key, entry])).values()];
  const missing = unique.filter(({ key }) => journal.state(key) !== "outcome");
  onResume(unique.length - missing.length, journal.damaged.length);
  let finished = unique.length - missing.length;
  try {
    await runMissing(missing, journal, options, ({ row, seed }) =>
      onFinished(++finished, unique.length, row.label, seed),
    );
  } finally {
    journal.close();
  }
  options.signal?.throwIfAborted();
  journal.settle(unique.map(({ key }) => key));
  const outcomeOf = (key: string) => (journal.get(key) as { outcome: Outcome }).outcome;
  const rows = targets.flatMap((target) =>
    target.rows.map((row) => {
      const outcomes = planned
        .filter((entry) => entry.target === target && entry.row === row)
        .map(({ seed, key }) => [seed, outcomeOf(key)] as const);
      return rowReport(target, row, quick, outcomes);
    }),
  );
  const { name, version } = engine;
  return {
    quick,
    testSize: TEST_SIZES[quick ? "quick" : "full"],
    seeds,
    miniBatchSeeds,
    engine: { name, version },
    rows,
  };
}
