import {
  type Placement,
  type PredictionInterval,
  placeAmong,
  predictionInterval,
} from "../bounds/predictionInterval.ts";
import { ENGINES } from "../sim/engines/registry.ts";
import type { Divergence } from "../sim/trajectory.ts";
import { type Job, jobKey, type Outcome } from "./job.ts";
import { openJournal } from "./journal.ts";
import { runJobs } from "./runJobs.ts";
import { jobOf, type Point, type Published, type Quantity, type Row, type Target } from "./target.ts";

export interface ReproduceOptions {
  readonly targets: readonly Target[];
  readonly seeds: readonly number[];
  /** Seeds of the rows with b < n/10, whose runs take the longest. */
  readonly miniBatchSeeds: readonly number[];
  readonly quick: boolean;
  readonly workers: number;
  /** File of finished jobs, which an interrupted call leaves for the next; null keeps none. */
  readonly journal: string | null;
  readonly onProgress: (done: number) => void;
  /** Told which job of how many has finished, its row and its seed. */
  readonly onFinished: (finished: number, total: number, label: string, seed: number) => void;
  /** Told how many jobs an earlier call had finished and how many of its lines were unreadable. */
  readonly onResume: (found: number, dropped: number) => void;
}

/** What came out for one quantity of one row. */
export interface Finding {
  readonly quantity: string;
  readonly published: Published;
  /** The last value of every seed that did not diverge, in the order of the seeds. */
  readonly values: readonly { readonly seed: number; readonly value: number }[];
  /** The whole curve of every seed, in the targets that show curves. */
  readonly curves?: readonly { readonly seed: number; readonly points: readonly Point[] }[];
  readonly interval: PredictionInterval | null;
  /** Against a published number. */
  readonly placement?: Placement;
  /** Against published words: how many seeds lie in the range they are read as. */
  readonly inRange?: number;
}

export interface RowReport {
  readonly target: string;
  readonly source: string;
  readonly title: string;
  readonly label: string;
  readonly optimizer: string;
  readonly batchSize: number;
  readonly epochs: number;
  readonly findings: readonly Finding[];
  readonly diverged: readonly (Divergence & { readonly seed: number })[];
}

export interface Report {
  readonly quick: boolean;
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

function plan({ targets, seeds, miniBatchSeeds, quick }: ReproduceOptions): Planned[] {
  return targets.flatMap((target) =>
    target.rows.flatMap((row) =>
      seedsOf(row, seeds, miniBatchSeeds).map((seed) => {
        const job = jobOf(row, seed, quick);
        return { target, row, seed, job, key: jobKey(job, ENGINES[0]) };
      }),
    ),
  );
}

const seedsOf = ({ batchSize }: Row, seeds: readonly number[], miniBatchSeeds: readonly number[]) =>
  batchSize < 20 ? miniBatchSeeds : seeds;

function finding(
  { name, over, published }: Quantity,
  outcomes: readonly (readonly [number, Outcome])[],
  withCurves: boolean,
): Finding {
  const curves = outcomes.map(([seed, outcome]) => ({ seed, points: over(outcome) }));
  const values = curves.map(({ seed, points }) => ({ seed, value: (points.at(-1) as Point).value }));
  const numbers = values.map(({ value }) => value);
  const some = numbers.length > 0;
  return {
    quantity: name,
    published,
    values,
    ...(withCurves && { curves }),
    interval: some ? predictionInterval(numbers) : null,
    ...(some && published && "value" in published && { placement: placeAmong(published.value, numbers) }),
    ...(some &&
      published &&
      "range" in published && {
        inRange: numbers.filter((value) => value >= published.range[0] && value <= published.range[1]).length,
      }),
  };
}

function rowReport(
  target: Target,
  row: Row,
  quick: boolean,
  outcomes: readonly (readonly [number, Outcome])[],
): RowReport {
  const stopped = ([, { results }]: readonly [number, Outcome]) => results.find(({ diverged }) => diverged)?.diverged;
  const finished = outcomes.filter((entry) => !stopped(entry));
  return {
    target: target.name,
    source: target.source,
    title: target.title,
    label: row.label,
    optimizer: row.optimizer,
    batchSize: row.batchSize,
    epochs: row.epochs[quick ? 1 : 0],
    findings: row.quantities.map((quantity) => finding(quantity, finished, target.curves)),
    diverged: outcomes.flatMap((entry) => {
      const divergence = stopped(entry);
      return divergence ? [{ seed: entry[0], ...divergence }] : [];
    }),
  };
}

/**
 * Runs the papers' experiments over several seeds and sets the outcome beside what was published.
 *
 * @param options targets, seeds, quick or full, workers, journal, callbacks
 * @returns a report: a function of (targets, seeds, quick, engine version), whatever the number of workers
 * Source: theory.md section 6; [T25] D.2, [Z21].
 */
export async function reproduce(options: ReproduceOptions): Promise<Report> {
  const { targets, seeds, miniBatchSeeds, quick, workers, onProgress, onFinished, onResume } = options;
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
  const { name, version } = ENGINES[0];
  return { quick, seeds, miniBatchSeeds, engine: { name, version }, rows };
}
