import { isPapers } from "../../setting/mustBePapers.ts";
import { COLUMNS, type Column, metricColumn } from "./columns.ts";
import { planIn } from "./folder.ts";
import { metricsIn } from "./metricsIn.ts";
import { jobAt, namesVaried } from "./plan.ts";

const WIDER = new Set(COLUMNS.flatMap(({ wider, name }) => (wider ? [name] : [])));

/** Whether the plan that was run last in a folder goes beyond the papers' model: at its first point, or along an axis. */
function isWider(folder: string): boolean {
  const plan = planIn(folder);
  return plan !== undefined && (!isPapers(jobAt(plan, 0).run) || namesVaried(plan).some((name) => WIDER.has(name)));
}

/** Every column of the table of a folder's runs: ours, those beyond the papers' model where its plan goes there, then a metric of users' own each. */
export function columnsIn(folder: string): readonly Column[] {
  const wider = isWider(folder);
  return [
    ...COLUMNS.filter((column) => wider || !column.wider),
    ...metricsIn(folder)
      .filter(({ name }) => !COLUMNS.some((column) => column.name === name))
      .map(metricColumn),
  ];
}
