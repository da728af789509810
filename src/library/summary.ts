import { COLUMNS, metricColumn } from "../experiments/sweep/columns.ts";
import { type Repeats, repeats } from "../experiments/sweep/repeats.ts";
import { type Standing, standing } from "../experiments/sweep/standing.ts";
import { type SummaryRow, summary as sum } from "../experiments/sweep/summary.ts";
import { isText, mustBe } from "../setting/mustBe.ts";
import * as z from "../setting/zod.ts";
import { knownMetrics } from "../sim/ownMetrics.ts";
import { checked, texts } from "./options.ts";

/** By which columns a summary has rows. */
export interface SummaryOptions {
  /** Names of columns, such as ["batchSize", "weightDecay"]; all runs together unless given. */
  readonly by?: readonly string[] | undefined;
}

/** How the runs of a sweep end. */
export interface Summary {
  readonly by: readonly string[];
  readonly rows: readonly SummaryRow[];
  /** How far the folder has come, and what of it is damaged. */
  readonly standing: Standing;
  /** Where rows have seeds twice, which columns would tell them apart. */
  readonly repeats?: Repeats;
}

const schema = z.strictObject({ by: texts() });

/**
 * How often runs of a sweep fit, generalize, memorize and diverge, with exact 95% intervals, and the median test error.
 *
 * @param folder that `sweep` has written
 * @param options by which columns
 * @returns a row for every combination of values, and how the folder stands
 * @throws InputError for an unknown column, or where there is no sweep
 * Source: ours; Clopper-Pearson, and order statistics. Shown in examples/resume-a-sweep.mjs.
 */
export function summary(folder: string, options: SummaryOptions = {}): Summary {
  mustBe(isText(folder), "folder", "a text", folder, "name the folder of a sweep");
  const { by = [] } = checked(schema, options, "summary's options");
  const rows = sum(folder, by);
  return {
    ...{ by, rows, standing: standing(folder) },
    ...(rows.some(({ seeds, runs }) => seeds < runs) && { repeats: repeats(folder, by) }),
  };
}

/**
 * The columns of a run: what `runs` and `exportRuns` write, and `summary` takes.
 *
 * @returns of each its name, type, unit, and what it is; those of metrics that are defined now last
 * Source: ours.
 * @example
 * columns().find(({ name }) => name === "testError").type // => "double"
 */
export const columns = () =>
  [...COLUMNS, ...knownMetrics().map(metricColumn)].map(({ name, type, unit, about }) => ({ name, type, unit, about }));
