import type { Run } from "../../sim/run.ts";
import { canonical } from "../canonical.ts";
import { differencesOf, publishedRuns } from "../publishedRuns.ts";
import { valueAt } from "../sweep/column.ts";
import { AXES } from "../sweep/columns.ts";
import { jobAt } from "../sweep/plan.ts";
import type { PhaseAxis, Plane } from "./plane.ts";

/** A run of the papers that lies in the plane of a phase diagram. */
export interface PublishedMark {
  readonly x: number;
  readonly y: number;
  /** Where it is published. */
  readonly sources: readonly string[];
  /** What the diagram has otherwise, of learning rate and epochs. */
  readonly differs: readonly string[];
}

const cellOf = (run: Run, name: string) => valueAt(run, AXES.get(name)?.path ?? []);

const within = (value: unknown, { values }: PhaseAxis): value is number =>
  typeof value === "number" && value >= (values[0] as number) && value <= (values.at(-1) as number);

/**
 * The published runs that lie in the plane of a phase diagram: equal to its runs but for the two axes, or for lr and epochs, which are told then.
 *
 * @param plane any
 * @returns each place once
 * Source: the targets of `reproduce`; [T25] D.2, Tables 1 and 2, Figures 3 to 6; [Z21].
 */
export function publishedMarks({ plan, x, y }: Plane): PublishedMark[] {
  const { run } = jobAt(plan, 0);
  const marks = new Map<string, PublishedMark>();
  for (const { source, run: published } of publishedRuns()) {
    const differs = differencesOf(published, run, [x.name, y.name]);
    const at = { x: cellOf(published, x.name), y: cellOf(published, y.name) };
    if (!differs || !within(at.x, x) || !within(at.y, y)) continue;
    const key = canonical({ ...at, differs });
    const sources = new Set([...(marks.get(key)?.sources ?? []), source]);
    marks.set(key, { x: at.x, y: at.y, sources: [...sources], differs });
  }
  return [...marks.values()];
}
