import "../../data/images/files.ts";
import { join } from "node:path";
import { InputError } from "../../setting/inputError.ts";
import { isObject } from "../../setting/isObject.ts";
import type { MetricHead } from "../../sim/metricHead.ts";
import { knownMetrics } from "../../sim/ownMetrics.ts";
import type { Version } from "../job.ts";
import { type Journal, openJournal } from "../journal/journal.ts";
import { partsOf } from "../journal/parts.ts";
import { makeFolder } from "../makeFolder.ts";
import { unpackedText } from "../packed.ts";
import { reason } from "../reason.ts";
import { writeAside } from "../writeAside.ts";
import { keepMetrics } from "./metricsIn.ts";
import { type Plan, parsePlan } from "./plan.ts";
import { keepTrainers } from "./trainersIn.ts";
import type { Trial } from "./trial.ts";

/*
 * The folder of a sweep: runs.ndjson, its journal with the parts of processes beside it, plan.json, the plan that was run last in it,
 * metrics.json where runs record metrics of users' own, trainers.json where trainers of users' own gave some, and while runs are under way that take
 * long, checkpoints.
 */

const JOURNAL = "runs.ndjson";
const PLAN = "plan.json";
const CHECKPOINTS = "checkpoints";

/** Where runs of a sweep are kept on their way. */
export const checkpointsIn = (folder: string): string => join(folder, CHECKPOINTS);

const journalPath = (folder: string) => join(folder, JOURNAL);

/** What is noted of the runs that are added. */
export interface Beside {
  /** Of users' own, that runs which are added may have; those that are defined here unless given. */
  readonly metrics?: readonly MetricHead[] | undefined;
  /** Of users' own, that runs which are added may come from. */
  readonly trainers?: readonly Version[];
}

/**
 * Opens the journal of a sweep's folder, to be added to.
 *
 * @param folder made where it is missing
 * @param plan kept beside the journal in the place of an older one, where it is given
 * @param beside metrics and trainers of users' own, noted beside it
 * @returns the journal
 * @throws InputError where the folder cannot be made or written
 */
export function openSweep(
  folder: string,
  plan?: Plan,
  { metrics = knownMetrics(), trainers = [] }: Beside = {},
): Journal<Trial> {
  try {
    makeFolder(folder);
    keepMetrics(folder, metrics);
    keepTrainers(folder, trainers);
    if (plan) writeAside(join(folder, PLAN), `${JSON.stringify(plan, null, 1)}\n`);
  } catch (error) {
    throw new InputError(
      `out must be a folder with room that can be written, but writing into ${folder} gave ${reason(error)}; name another or make room`,
    );
  }
  const journal = openJournal<Trial>(journalPath(folder));
  journal.open();
  return journal;
}

/**
 * Opens the journal of a sweep's folder, to be read.
 *
 * @param folder that a sweep has written
 * @returns the journal
 * @throws InputError where there is none, or one of another command: those of reproduce are called so, too
 */
export function readSweep(folder: string): Journal<Trial> {
  if (!hasRuns(folder)) {
    throw new InputError(`${folder} must be the folder of a sweep, but has no ${JOURNAL}; check the path`);
  }
  const journal = openJournal<Trial>(journalPath(folder));
  for (const [, finished] of journal.entries()) {
    if ("failed" in finished || isObject(finished.outcome?.config)) break;
    throw new InputError(
      `${folder} must be the folder of a sweep, but its ${JOURNAL} is of another command, such as reproduce; name another`,
    );
  }
  return journal;
}

/** Whether a sweep has left runs there. */
export function hasRuns(folder: string): boolean {
  try {
    return partsOf(journalPath(folder)).length > 0;
  } catch (error) {
    throw new InputError(`${folder} must be a folder, but listing it gave ${reason(error)}; check the path`);
  }
}

/** The plan that was run last in a folder; undefined where it cannot be read. */
export function planIn(folder: string): Plan | undefined {
  try {
    return parsePlan(JSON.parse(unpackedText(join(folder, PLAN))));
  } catch {
    return undefined;
  }
}
