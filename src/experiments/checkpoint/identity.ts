import { definitionOf } from "../../optimizers/defineOptimizer.ts";
import { loadOf } from "../../optimizers/origin.ts";
import { knownMetrics, metricsFrom } from "../../sim/ownMetrics.ts";
import { partPrints, settingFrom } from "../../sim/ownParts.ts";
import type { Run } from "../../sim/run.ts";

/** What a checkpoint of a single run is of. */
export interface Identified {
  readonly run: Run;
  /** What the numbers come from. */
  readonly by: { readonly name: string; readonly version: string };
  /** Whether the final numbers of the training are kept. */
  readonly keepLast: boolean;
}

/**
 * A text that says of which run a checkpoint is: the run, what carries it out, and all of users' own that its numbers depend on.
 *
 * @param what the run, by what, and what is kept of it
 * @returns the same text only where the results are the same
 */
export function identityOf({ run, by, keepLast }: Identified): string {
  const { name } = run.optimizer;
  const metrics = knownMetrics().map((metric) => [metric.name, String(metric.of)]);
  const { name: engine, version } = by;
  const own = {
    definition: definitionOf(name),
    ...loadOf(name),
    ...metricsFrom(),
    metrics,
    ...settingFrom(run.setting),
    ...partPrints(run.setting),
  };
  return JSON.stringify({ run, by: { engine, version }, keepLast, own });
}
