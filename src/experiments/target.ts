import { parseRun, type Run } from "../sim/run.ts";
import type { CompareJob, SimulateJob } from "./job.ts";
import type { Outcome } from "./outcome.ts";

/** What a paper says of a number: the number, or words with the range we read them as. */
export type Published =
  | { readonly value: number }
  | { readonly words: string; readonly range: readonly [number, number] }
  | null;

/** A value at an epoch. */
export interface Point {
  readonly epoch: number;
  readonly value: number;
}

/** A number followed over an outcome, and what was published of its last value. */
export interface Quantity {
  readonly name: string;
  readonly over: (outcome: Outcome) => readonly Point[];
  readonly published: Published;
}

/** One line of a published table or figure: what to run, and what to look at. */
export interface Row {
  readonly label: string;
  readonly optimizer: string;
  readonly batchSize: number;
  /** Epochs of the full run and of a quick one. */
  readonly epochs: readonly [full: number, quick: number];
  /** The job's runs, but for seed, epochs, testSize and recordEvery. */
  readonly runs: readonly object[];
  readonly quantities: readonly Quantity[];
}

/** A table, figure or statement of the papers that `reproduce` runs. */
export interface Target {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** Whether the quantities are also shown over the epochs. */
  readonly curves: boolean;
  readonly rows: readonly Row[];
}

/** How many moments a run of `reproduce` records after its start. */
const RECORDS = 50;

/** Fresh examples for the test error: in the papers, and in a quick run. */
export const TEST_SIZES = { full: 10000, quick: 2000 } as const;

/** Rows with smaller batches have seeds of their own, since their runs take longest. */
export const MINI_BATCH_BELOW = 20;

/** How many epochs a row's runs take. */
export const epochsOf = ({ epochs: [full, short] }: Row, quick: boolean): number => (quick ? short : full);

/**
 * The job of one row and seed.
 *
 * @param row what to run
 * @param seed of every run of the row
 * @param quick fewer epochs and a smaller test set
 * @returns a job with checked runs
 */
export function jobOf(row: Row, seed: number, quick: boolean): SimulateJob | CompareJob {
  const epochs = epochsOf(row, quick);
  const recordEvery = Math.max(1, Math.round(epochs / RECORDS));
  const complete = (run: object): Run =>
    parseRun({ ...run, seed, epochs, recordEvery, testSize: TEST_SIZES[quick ? "quick" : "full"] });
  const [first, second] = row.runs.map(complete) as [Run, Run?];
  return second ? { kind: "compare", runs: [first, second] } : { kind: "simulate", run: first };
}
