import type { Finished } from "../../../experiments/journal/line.ts";
import { engineText, rowOf } from "../../../experiments/sweep/columns.ts";
import { columnsIn } from "../../../experiments/sweep/columnsIn.ts";
import { planIn, readSweep } from "../../../experiments/sweep/folder.ts";
import { type Plan, pointCount } from "../../../experiments/sweep/plan.ts";
import type { Trial } from "../../../experiments/sweep/trial.ts";
import { shell } from "../../../setting/shell.ts";
import { damageText } from "../../sweepText.ts";
import { loadsOf } from "../loadsOf.ts";
import { momentShape, outsideMomentShape } from "../momentShape.ts";
import { either, listOf, number, objectWith, optional, orNull, type Shape, text } from "../shape.ts";

/** What a sweep's folder holds, counted. */
export interface SweepRuns {
  /** Undefined where it cannot be read. */
  readonly plan: Plan | undefined;
  readonly finished: number;
  /** Why runs have no outcome, with how often. */
  readonly failures: ReadonlyMap<string, number>;
  readonly failed: number;
  /** Runs of the plan that are not there. */
  readonly missing: number | undefined;
  /** Name and version of what carried runs out. */
  readonly engines: readonly string[];
  /** The command of the trainer of users' own that runs come from, where there is one. */
  readonly trainer?: string;
  /** A run as it was carried out. */
  readonly example: unknown;
  /** Options by which files of users' code are loaded that runs name. */
  readonly loads: readonly string[];
  /** Lines that could not be trusted, a sentence each. */
  readonly damaged: readonly string[];
}

const config = objectWith({ setting: objectWith({}), optimizer: objectWith({ name: text }) });
const outcomeWith = (more: Readonly<Record<string, Shape>>) =>
  objectWith({
    config,
    engine: objectWith({ name: text, version: text }),
    diverged: optional(objectWith({ step: number })),
    stopped: optional(objectWith({ rule: text })),
    ...more,
  });
const outside = objectWith({ command: listOf(text), files: listOf(objectWith({ file: text, sha256: text })) });
const outcome = either(outcomeWith({ final: momentShape }), outcomeWith({ final: outsideMomentShape, outside }));
const outcomeShape = objectWith({ outcome });
const failureShape = objectWith({ failed: objectWith({ reason: text, config }) });
/** A run has one of both, and is read as what it came to where it has that. */
const finishedShape: Shape = (value) =>
  objectWith({})(value) && ("outcome" in (value as object) ? outcomeShape : failureShape)(value);

/** What a column of the table of runs may hold. */
const cell = orNull(either(text, number));

/**
 * Looks through the runs of a sweep's folder.
 *
 * @param folder its path
 * @returns what it holds; undefined where its runs are not those of a sweep
 * @throws InputError where there are no runs
 */
export function sweepRuns(folder: string): SweepRuns | undefined {
  const journal = readSweep(folder);
  const plan = planIn(folder);
  const columns = columnsIn(folder);
  const engines = new Set<string>();
  const failures = new Map<string, number>();
  const origins = new Map<string, unknown>();
  let [finished, failed] = [0, 0];
  let example: unknown;
  let trainer: string | undefined;
  for (const [key, entry] of journal.entries()) {
    if (!finishedShape(entry)) return undefined;
    const run = entry as Finished<Trial>;
    if (!rowOf(columns, [key, run]).every(cell)) return undefined;
    if ("outcome" in run) {
      finished++;
      const { load, metricsFrom, settingFrom } = run.outcome;
      if (load ?? metricsFrom ?? settingFrom)
        origins.set(JSON.stringify([load, metricsFrom, settingFrom]), run.outcome);
      engines.add(engineText(run.outcome));
      example ??= run.outcome.config;
      if (run.outcome.outside) trainer ??= shell(run.outcome.outside.command);
    } else {
      failed++;
      failures.set(run.failed.reason, (failures.get(run.failed.reason) ?? 0) + 1);
      example ??= run.failed.config;
    }
  }
  const total = plan && pointCount(plan) * plan.seeds.length;
  const missing = total === undefined ? undefined : Math.max(0, total - finished - failed);
  return {
    ...{ plan, finished, failures, failed, missing, example },
    engines: [...engines].sort(),
    ...(trainer !== undefined && { trainer }),
    loads: loadsOf(origins.values()),
    damaged: damageText(journal.damaged),
  };
}
