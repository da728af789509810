import type { Engine } from "../sim/engine.ts";
import { type Job, jobKey, type Outcome } from "./job.ts";
import { openJournal } from "./journal.ts";
import { type RowReport, rowReport } from "./rowReport.ts";
import { runJobs } from "./runJobs.ts";
import { jobOf, MINI_BATCH_BELOW, type Row, type Target, TEST_SIZES } from "./target.ts";

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
  readonly onProgress: (done: number) => void;
  /** Told which job of how many has finished, its row and its seed. */
  readonly onFinished: (finished: number, total: number, label: string, seed: number) => void;
  /** Told how many jobs an earlier call had finished and how many of its lines were unreadable. */
  readonly onResume: (found: number, dropped: number) => void;
}

export interface Report {
  readonly quick: boolean;
  readonly testSize: number;
  readonly seeds: readonly number[];
  readonly miniBatchSeeds: readonly number[];
  readonly engine: { readonly name: string; readonly version: string };
  readonly rows: readonly RowReport[];
}

interface Planned {
  readonly target: Target;
  readonly row: Row;
  readonly seed: number;
  readonly job: Job;
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

/**
 * Runs the papers' experiments over several seeds and sets the outcome beside what was published.
 *
 * @param options targets, seeds, quick or full, workers, journal, callbacks
 * @returns a report: a function of (targets, seeds, quick, engine version), whatever the number of workers
 * Source: theory.md section 6; [T25] D.2, [Z21].
 */
export async function reproduce(options: ReproduceOptions): Promise<Report> {
  const { targets, seeds, miniBatchSeeds, quick, workers, engine, onProgress, onFinished, onResume } = options;
  const planned = plan(options);
  const journal = openJournal(options.journal);
  const unique = [...new Map(planned.map((entry) => [entry.key, entry])).values()];
  const missing = unique.filter(({ key }) => !journal.done.has(key));
  onResume(unique.length - missing.length, journal.dropped);
  let finished = unique.length - missing.length;
  await runJobs(
    missing.map(({ job }) => job),
    {
      workers,
      engine,
      onProgress,
      onFinished: (index, outcome) => {
        const { key, row, seed } = missing[index] as Planned;
        journal.add(key, outcome);
        onFinished(++finished, unique.length, row.label, seed);
      },
    },
  );
  journal.settle(unique.map(({ key }) => key));
  const rows = targets.flatMap((target) =>
    target.rows.map((row) => {
      const outcomes = planned
        .filter((entry) => entry.target === target && entry.row === row)
        .map(({ seed, key }) => [seed, journal.done.get(key) as Outcome] as const);
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
