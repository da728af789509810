import { activeSet } from "../../dynamics/activeSet.ts";
import { dynamics } from "../../dynamics/dynamics.ts";
import { problemOf } from "../../dynamics/problem.ts";
import { reduce } from "../../dynamics/reduce.ts";
import type { DynamicsRun } from "../../dynamics/run.ts";
import { loadOf, type Origin } from "../../optimizers/origin.ts";
import { isPapers } from "../../setting/mustBePapers.ts";
import type { Keeper } from "../../sim/checkpoint/snapshot.ts";
import type { Engine } from "../../sim/engine.ts";
import { metricsFrom } from "../../sim/ownMetrics.ts";
import { settingFrom } from "../../sim/ownParts.ts";
import type { Run } from "../../sim/run.ts";
import { simulation } from "../../sim/simulate.ts";
import type { Divergence, Moment, OutsideMoment, Trajectory } from "../../sim/trajectory.ts";
import type { Outside } from "../trainer/outside.ts";
import { RECORDED } from "./recorded.ts";
import { newWatch, type Stopped, type StopRules } from "./stopRules.ts";

/**
 * By which level a sweep runs: the network itself, its coefficients, coefficients where a recurrence stronger than the active set holds on the start, or a
 * trainer of a user's own on a problem of its own.
 */
export const LEVELS = ["simulate", "dynamics", "auto", "trainer"] as const;
export type Level = (typeof LEVELS)[number];

/** One run of a sweep, as a job. */
export interface TrialJob {
  readonly kind: "trial";
  /** With `method` where the level is "dynamics". */
  readonly run: Run & { readonly method?: string };
  readonly level: Level;
  readonly stop: StopRules;
  /** Names of RECORDED. */
  readonly record: readonly string[];
}

/** What is kept of a run of a sweep: small, so that a hundred thousand of them are a file of megabytes. */
export interface Trial {
  /** The run, but for a start and batches that are spelled out. */
  readonly config: ReturnType<typeof configOf>;
  readonly engine: Trajectory["engine"];
  /** The file that an optimizer of the user's own comes from. */
  readonly load?: Origin;
  /** The files that metrics of the user's own come from. */
  readonly metricsFrom?: readonly Origin[];
  /** The files that an activation or data of the user's own come from. */
  readonly settingFrom?: readonly Origin[];
  /** The trainer that gave this: no engine of ours has seen it. */
  readonly outside?: Outside;
  /** Of a trainer without coefficients. */
  readonly final: OutsideMoment;
  /** Where a stopping rule ended the run. */
  readonly stopped?: Stopped;
  /** Where the run left the finite numbers; `final` is the last moment before. */
  readonly diverged?: Omit<Divergence, "advice">;
  /** What the plan asked for, by name. */
  readonly recorded?: Readonly<Record<string, unknown>>;
}

/** What a table shows of a run: everything but a start and batches that are spelled out, which are the plan's. */
export function configOf({ run: { start, batches, ...config }, level }: TrialJob) {
  return { level, ...config };
}

/** The training of a job, to be followed; the choice of "auto" depends on the run alone. */
function training(
  { run, level }: TrialJob,
  engine: Engine | undefined,
  onRecord: (moment: Moment) => void,
  keeper: Keeper | undefined,
) {
  const options = { ...(engine && { engine }), onRecord, keeper };
  if (level === "trainer") throw new Error('a run of method "trainer" is not one that our engines can train');
  // Beyond the papers' model a recurrence may be the slower one, and is none that is chosen unasked.
  if (level === "simulate" || (level === "auto" && !isPapers(run))) return simulation(run, options);
  const asked: DynamicsRun = { ...run, method: run.method ?? "auto" };
  if (level === "dynamics") return dynamics(asked, options);
  const problem = problemOf(asked);
  if (activeSet.unmet(problem) !== undefined) return simulation(run, options);
  const { name } = reduce(problem).method;
  return name === activeSet.name ? simulation(run, options) : dynamics({ ...asked, method: name }, options);
}

/** How one run of a sweep is carried out: as other jobs; who is told the share done stops the run by returning true. */
export interface TrialOptions {
  readonly engine?: Engine;
  readonly onProgress?: (done: number) => boolean | void;
  readonly keeper?: Keeper | undefined;
}

/**
 * Runs one run of a sweep.
 *
 * @param job what to run, when to stop, what to keep
 * @param options the engine, who is told the share done, in (0, 1], and where it goes on from
 * @returns the trial: a function of (job, engine version) alone
 * @throws InputError as `simulation` and `dynamics`
 */
export function runTrial(job: TrialJob, { engine, onProgress, keeper }: TrialOptions = {}): Trial {
  const watch = newWatch(job.stop);
  let stopped: Stopped | undefined;
  const tell = (moment: Moment) => {
    stopped ??= watch(moment);
  };
  // What the rules know is what they were told of the moments before.
  keeper?.from?.history.forEach(tell);
  // A run that a rule has ended is not one to go on with.
  const offer: Keeper["offer"] = (take, over) => void (stopped || keeper?.offer(take, over));
  const legs = training(job, engine, tell, keeper && { ...keeper, offer });
  let step = legs.next();
  while (!step.done) {
    const enough = onProgress?.(step.value) === true;
    step = legs.next(stopped !== undefined || enough);
  }
  const trajectory: Trajectory = step.value;
  const { engine: by, final, diverged } = trajectory;
  const kept = RECORDED.filter(({ name }) => job.record.includes(name)).map(({ name, of }) => [name, of(trajectory)]);
  return {
    config: configOf(job),
    engine: by,
    ...loadOf(job.run.optimizer.name),
    ...metricsFrom(),
    ...settingFrom(job.run.setting),
    final,
    ...(stopped && { stopped }),
    ...(diverged && { diverged: { step: diverged.step, epoch: diverged.epoch, metric: diverged.metric } }),
    ...(kept.length > 0 && { recorded: Object.fromEntries(kept) }),
  };
}
