import { DYNAMICS_VERSION } from "../dynamics/dynamics.ts";
import { originOf } from "../optimizers/origin.ts";
import { networkOf } from "../setting/network.ts";
import type { EngineId } from "../sim/engine.ts";
import { metricOrigins } from "../sim/ownMetrics.ts";
import { partHashes } from "../sim/ownParts.ts";
import type { Run } from "../sim/run.ts";
import { simulate } from "../sim/simulate.ts";
import { canonical } from "./canonical.ts";
import { compareSolutions } from "./compareSolutions.ts";
import { type Block, type BlockJob, runBlock } from "./heat/block.ts";
import type { JobOptions, Outcome } from "./outcome.ts";
import { runTrial, type Trial, type TrialJob } from "./sweep/trial.ts";
import { textHash } from "./textHash.ts";
import type { Outside } from "./trainer/outside.ts";

/** A run whose whole trajectory is kept. */
export interface SimulateJob {
  readonly kind: "simulate";
  readonly run: Run;
}

/** Two runs from one start whose solutions are compared. */
export interface CompareJob {
  readonly kind: "compare";
  readonly runs: readonly [Run, Run];
}

/** One unit of work for a worker. */
export type Job = SimulateJob | CompareJob | TrialJob | BlockJob;

/** What a job gives. */
export type OutcomeOf<J extends Job> = J extends TrialJob ? Trial : J extends BlockJob ? Block : Outcome;

/** Every run of a job. */
const runsOf = (job: Job): readonly Run[] => (job.kind === "compare" || job.kind === "block" ? job.runs : [job.run]);

function carryOut(job: Job, options: JobOptions): Outcome | Trial | Block {
  if (job.kind === "block") return runBlock(job, options);
  if (job.kind === "trial") return runTrial(job, options);
  if (job.kind === "compare") return compareSolutions(job.runs, options);
  return { results: [simulate(job.run, options)] };
}

/**
 * Carries out a job.
 *
 * @param job what to run
 * @param options engine and progress
 * @returns its outcome, a function of (job, engine version) alone
 */
export function runJob<J extends Job>(job: J, options: JobOptions = {}): OutcomeOf<J> {
  return carryOut(job, options) as OutcomeOf<J>;
}

/** What the numbers of a job come from: one of our engines, or a trainer of a user's own. */
export interface Version extends EngineId {
  /** Of a trainer: which. */
  readonly outside?: Outside;
}

/** Hashes of the code that a job's optimizers, activations, data and metrics of users' own come from: other code may have other numbers. */
function codeOf(job: Job): { readonly code?: readonly string[]; readonly metrics?: readonly string[] } {
  const code = runsOf(job).flatMap(({ optimizer, setting }) => [
    ...[originOf(optimizer.name)?.sha256 ?? []].flat(),
    ...partHashes(setting),
  ]);
  const metrics = metricOrigins().map(({ sha256 }) => sha256);
  return { ...(code.length > 0 && { code }), ...(metrics.length > 0 && { metrics }) };
}

const versionOf = (job: Job, { name, version, outside }: Version) => ({
  ...codeOf(job),
  ...(outside && { outside }),
  ...((job.kind !== "trial" || job.level !== "dynamics") && { name, version }),
  ...(job.kind === "trial" && job.level !== "simulate" && { dynamics: DYNAMICS_VERSION }),
  ...(job.kind === "block" && job.level === "gram" && { dynamics: DYNAMICS_VERSION }),
});

/**
 * The name of a job in a journal: a hash of its canonical JSON (keys sorted) and of what runs it.
 *
 * @param job what is run
 * @param engine name and version
 * @returns 64 hexadecimal digits
 */
export function jobKey(job: Job, engine: Version): string {
  return textHash(canonical({ job, engine: versionOf(job, engine) }));
}

/** Stands for the seed in a text that no number or name of a run contains. */
const SEED = "\u0000";

/**
 * The names of a run's job for many seeds: what `jobKey` gives, at the cost of a hash each.
 *
 * @param job of any seed
 * @param engine name and version
 * @returns the key by seed
 */
export function seedKeys(job: TrialJob, engine: Version): (seed: number) => string {
  const any = { ...job, run: { ...job.run, seed: SEED } };
  const [before, after] = canonical({ job: any, engine: versionOf(job, engine) }).split(JSON.stringify(SEED));
  return (seed) => textHash(`${before}${seed}${after}`);
}

/** Cost of a run in multiplications, about: gradients, updates and metrics; in coefficients as many coordinates act as the examples touch. */
function runCost(run: Run, touched: number): number {
  const { setting, network, epochs, batchSize, batches, recordEvery, testSize } = run;
  const { n, d, s: support, data } = setting;
  const s = data === undefined ? support : d;
  const steps = batches ? batches.length : (epochs as number) * Math.ceil(n / (batchSize as number));
  const seen = batches ? batches.reduce((sum, batch) => sum + batch.length, 0) : (epochs as number) * n;
  const measured = ((batches?.length ?? (epochs as number)) / recordEvery) * (n + testSize);
  return 2 * networkOf(network, setting).neurons * ((2 * seen + measured) * s + 4 * Math.min(d, touched) * steps);
}

/** Cost of a job, about; used for the order of work and the time left only. */
export function jobCost(job: Job): number {
  // Of a trainer's problem it is not known what an epoch costs.
  if (job.kind === "trial" && job.level === "trainer") return job.run.epochs as number;
  if (job.kind === "compare" || job.kind === "block") {
    return job.runs.reduce((sum, run) => sum + runCost(run, Infinity), 0);
  }
  const { n, s } = job.run.setting;
  return runCost(job.run, job.kind === "trial" && job.level !== "simulate" ? n * s + 1 : Infinity);
}
