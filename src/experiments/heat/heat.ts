import type { HeatGrid, HeatMap } from "../../papers/heatMap.ts";
import type { Engine } from "../../sim/engine.ts";
import { parseRun } from "../../sim/run.ts";
import type { Task } from "../execute.ts";
import { jobKey } from "../job.ts";
import { memoryJournal, openJournal } from "../journal/journal.ts";
import { inThreads } from "../threads.ts";
import type { Block, BlockJob } from "./block.ts";
import { type HeatReport, heatReport } from "./report.ts";

/** How a heat map is run. */
export interface HeatOptions {
  readonly quick: boolean;
  readonly workers: number;
  readonly engine: Engine;
  /** File of finished rows, which an interrupted call leaves for the next; null keeps none. */
  readonly journal: string | null;
  /** Once aborted, rows under way are finished, no other is begun, and the call ends with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (done: number) => void;
  /** Told which row of how many has finished, and which it is. */
  readonly onFinished: (finished: number, total: number, row: string) => void;
}

/**
 * The jobs of a heat map, a row each; every cell and replicate has a seed of its own.
 *
 * @param map what is run
 * @param grid over which cells
 * @returns the jobs, in the order of the rows
 */
export function heatJobs({ level, testSize, run }: HeatMap, { rows, columns, replicates }: HeatGrid): BlockJob[] {
  return rows.map((row, k) => ({
    ...{ kind: "block", level, replicates },
    runs: columns.map((column, c) =>
      parseRun({ ...run(row, column), testSize, seed: 1 + replicates * (k * columns.length + c) }),
    ),
  }));
}

/**
 * Runs a heat map and sets its boundary beside what was claimed and published.
 *
 * @param map what is run
 * @param options quick or full, workers, journal, callbacks
 * @returns a report: a function of (map, quick, engine version), whatever the number of workers
 * @throws the signal's reason where it was aborted; Error where a row failed twice
 * Source: ours.
 */
export async function runHeat(map: HeatMap, options: HeatOptions): Promise<HeatReport> {
  const { quick, workers, engine, signal, onProgress, onFinished } = options;
  const grid = quick ? map.quick : map.full;
  const jobs = heatJobs(map, grid);
  const keys = jobs.map((job) => jobKey(job, engine));
  const journal = options.journal === null ? memoryJournal<Block>() : openJournal<Block>(options.journal);
  const missing = jobs.flatMap((job, index): Task<BlockJob>[] =>
    journal.state(keys[index] as string) === "outcome" ? [] : [{ index, job, cost: 1 }],
  );
  const failures: string[] = [];
  let finished = jobs.length - missing.length;
  const nameOf = (index: number) => `${map.rows.name} = ${grid.rows[index]}`;
  try {
    await inThreads()(missing.reverse(), {
      ...{ workers, engine, ...(signal && { signal }) },
      onProgress: (done) => onProgress(done / missing.length),
      onFinished(index, outcome) {
        journal.add(keys[index] as string, { outcome });
        onFinished(++finished, jobs.length, nameOf(index));
      },
      onFailed: (index, reason) => void failures.push(`${nameOf(index)}: ${reason}`),
    });
  } finally {
    journal.close();
  }
  signal?.throwIfAborted();
  if (failures.length > 0) throw new Error(`${failures.length} rows failed twice. ${failures.join("; ")}`);
  journal.settle(keys);
  return heatReport(
    map,
    grid,
    quick,
    keys.map((key) => (journal.get(key) as { outcome: Block }).outcome),
  );
}
