import { InputError } from "../../setting/inputError.ts";
import { isPapers, type ModelOfRun } from "../../setting/mustBePapers.ts";
import { PRESETS } from "../../setting/presets.ts";
import type { Column } from "./column.ts";
import { COLUMNS, metricColumn } from "./columns.ts";
import { planIn } from "./folder.ts";
import { metricsIn } from "./metricsIn.ts";
import { jobAt, namesVaried, type Plan } from "./plan.ts";

const WIDER = new Set(COLUMNS.flatMap(({ wider, name }) => (wider ? [name] : [])));

/** Whether the first run of a plan is of the papers' model; where code of users' is lacking, so that it cannot be checked, as far as its base says. */
function beginsWithPapers(plan: Plan): boolean {
  try {
    return isPapers(jobAt(plan, 0).run);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { setting = {}, ...base } = plan.base as Partial<ModelOfRun>;
    return isPapers({ ...base, setting: { ...PRESETS.paper.setting, ...setting } });
  }
}

/** Whether the plan that was run last in a folder goes beyond the papers' model: at its first point, or along an axis. */
function isWider(folder: string): boolean {
  const plan = planIn(folder);
  return plan !== undefined && (!beginsWithPapers(plan) || namesVaried(plan).some((name) => WIDER.has(name)));
}

/** Every column by which runs of a folder may be told apart: ours, those beyond the papers' model where its plan goes there, then a metric of users' own each. */
export function telling(folder: string): readonly Column[] {
  const wider = isWider(folder);
  const metrics = metricsIn(folder);
  return [
    ...COLUMNS.filter((column) => wider || !column.wider || metrics.some(({ name }) => name === column.name)),
    ...metrics.filter(({ name }) => !COLUMNS.some((column) => column.name === name)).map(metricColumn),
  ];
}

/** The columns of the table of a folder's runs: of those that are shown where a plan varies them, the ones that its plan does. */
export function columnsIn(folder: string): readonly Column[] {
  const plan = planIn(folder);
  const varied = new Set(plan ? namesVaried(plan) : []);
  return telling(folder).filter(({ ifVaried, name }) => !ifVaried || varied.has(name));
}
