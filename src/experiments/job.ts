import { createHash } from "node:crypto";
import type { Engine } from "../sim/engine.ts";
import type { Run } from "../sim/run.ts";
import { type Result, simulate } from "../sim/simulate.ts";
import { compareSolutions, type SolutionDistance } from "./compareSolutions.ts";

/** One unit of work for a worker: a run, or two runs from one start whose solutions are compared. */
export type Job =
  | { readonly kind: "simulate"; readonly run: Run }
  | { readonly kind: "compare"; readonly runs: readonly [Run, Run] };

/** What a job gives: a result for each of its runs, and for a comparison the distance over time. */
export interface Outcome {
  readonly results: readonly Result[];
  readonly distances?: readonly SolutionDistance[];
}

/** How a job is carried out: by which engine (default: the first of the registry), and who is told the share done, in (0, 1]. */
export interface JobOptions {
  readonly engine?: Engine;
  readonly onProgress?: (done: number) => void;
}

/**
 * Carries out a job.
 *
 * @param job what to run
 * @param options engine and progress
 * @returns its outcome, a function of (job, engine version) alone
 */
export function runJob(job: Job, options: JobOptions = {}): Outcome {
  if (job.kind === "compare") return compareSolutions(job.runs, options);
  return { results: [simulate(job.run, options)] };
}

const sortKeys = (_: string, value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/**
 * The name of a job in a journal: a hash of its canonical JSON (keys sorted) and of the engine that runs it.
 *
 * @param job what is run
 * @param engine name and version
 * @returns 64 hexadecimal digits
 */
export function jobKey(job: Job, engine: { name: string; version: string }): string {
  const { name, version } = engine;
  return createHash("sha256")
    .update(JSON.stringify({ job, engine: { name, version } }, sortKeys))
    .digest("hex");
}

/** Cost of a job in weight updates and multiplications, about; used for the time left only. */
export function jobCost(job: Job): number {
  const cost = ({ setting: { n, d, s, m }, network, epochs = 1, batchSize = 1 }: Run) => {
    const lanes = network === "cnn" ? 2 * m : 2;
    return epochs * lanes * (2 * n * s + 4 * d * Math.ceil(n / batchSize));
  };
  return job.kind === "compare" ? cost(job.runs[0]) + cost(job.runs[1]) : cost(job.run);
}
