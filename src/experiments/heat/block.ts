import { dynamicsEnd } from "../../dynamics/dynamics.ts";
import type { Run } from "../../sim/run.ts";
import { simulate } from "../../sim/simulate.ts";
import type { JobOptions } from "../outcome.ts";

/** One row of a heat map, as a job: a run for each of its columns, from several seeds each. */
export interface BlockJob {
  readonly kind: "block";
  /** "gram": the Gram matrix of all patches; "network": every weight. */
  readonly level: "gram" | "network";
  /** One a column, each with the first of its seeds. */
  readonly runs: readonly Run[];
  /** Seeds of a run: its own and those after it. */
  readonly replicates: number;
}

/** What a row gives, [columns][replicates] each; null where a run diverged. */
export interface Block {
  readonly testError: (number | null)[][];
  readonly trainLoss: (number | null)[][];
}

/** The end of a training of every weight; undefined where it diverged. */
function trained(run: Run, options: Pick<JobOptions, "engine">) {
  const { final, diverged } = simulate(run, options);
  return diverged ? undefined : final;
}

/**
 * Carries out one row of a heat map.
 *
 * @param job its runs
 * @param options engine and progress
 * @returns test errors and training losses at the end of each
 */
export function runBlock({ level, runs, replicates }: BlockJob, { engine, onProgress }: JobOptions): Block {
  const options = { ...(engine && { engine }) };
  const total = runs.length * replicates;
  let done = 0;
  const ends = runs.map((run) =>
    Array.from({ length: replicates }, (_, k) => {
      const own = { ...run, seed: run.seed + k };
      const end =
        level === "gram"
          ? dynamicsEnd({ ...own, method: "gram" }, { ...options, byProducts: true })
          : trained(own, options);
      onProgress?.(++done / total);
      return end;
    }),
  );
  const all = (of: (end: { testError: number; trainLoss: number }) => number) =>
    ends.map((row) => row.map((end) => (end ? of(end) : null)));
  return { testError: all(({ testError }) => testError), trainLoss: all(({ trainLoss }) => trainLoss) };
}
