import { isKnownAt, THRESHOLDS } from "../../../bounds/thresholds/thresholdKinds.ts";
import { differencesOf, publishedRuns } from "../../../experiments/publishedRuns.ts";
import { jobAt, type Plan, pointAt, pointCount } from "../../../experiments/sweep/plan.ts";
import type { Value } from "../../../experiments/sweep/range.ts";
import type { Run } from "../../../sim/run.ts";
import { optimizerText } from "../sheet/words.ts";

/** A test error that the papers publish, at a point of a sweep. */
export interface PublishedError {
  readonly at: number;
  readonly series: string;
  readonly testError: number;
  readonly source: string;
  /** In what the published run differs: lr, epochs. */
  readonly differs: readonly string[];
}

/** A weight decay at which theory says that learning changes. */
export interface SweepThreshold {
  /** "feature (Adam)". */
  readonly name: string;
  readonly at: number;
}

/** What is known beside a sweep's own runs. */
export interface Beside {
  readonly published: readonly PublishedError[];
  readonly thresholds: readonly SweepThreshold[];
}

interface PlanPoint {
  readonly at: Readonly<Record<string, Value>>;
  readonly run: Run;
}

/** The threshold of half of all starts, where it is known and a number. */
function thresholdsAt(run: Run): SweepThreshold[] {
  const { setting, batchSize } = run;
  const { name, eps = 0 } = run.optimizer;
  if (typeof batchSize !== "number") return [];
  return THRESHOLDS.filter((kind) => kind.optimizer === name && kind.measured && isKnownAt(kind, run)).flatMap(
    (kind) => {
      const at = kind.quantile({ setting, batchSize, eps }, 0.5);
      return at > 0 && at < Infinity ? [{ name: `${kind.name} (${optimizerText(name)})`, at }] : [];
    },
  );
}

/** The first of each that says the same. */
const once = <T>(all: readonly T[]): T[] => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];

/**
 * What the papers publish at the points of a sweep, and the thresholds of weight decay where that is its axis.
 *
 * @param plan of the sweep
 * @param axis the column that goes to the right
 * @param seriesOf the curve that a point belongs to
 * @returns thresholds in explicit form, of half of all starts; published values as the papers print them
 */
export function besideOf(plan: Plan, axis: string, seriesOf: (point: PlanPoint["at"]) => string): Beside {
  const points = Array.from({ length: pointCount(plan) }, (_, k): PlanPoint => {
    return { at: pointAt(plan, k), run: jobAt(plan, k).run as Run };
  });
  const published = publishedRuns().flatMap(({ source, row, run }) => {
    const said = row.quantities.find(({ name }) => name === "test error")?.published;
    if (!said || !("value" in said)) return [];
    return points.flatMap((point): PublishedError[] => {
      const differs = differencesOf(run, point.run);
      const place = { at: Number(point.at[axis]), series: seriesOf(point.at) };
      return differs ? [{ ...place, testError: said.value, source, differs }] : [];
    });
  });
  const thresholds = axis === "weightDecay" ? points.flatMap(({ run }) => thresholdsAt(run)) : [];
  return { published: once(published), thresholds: once(thresholds) };
}
