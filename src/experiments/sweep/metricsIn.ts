import { join } from "node:path";
import { isObject } from "../../setting/isObject.ts";
import type { MetricHead } from "../../sim/metricHead.ts";
import { knownMetrics } from "../../sim/ownMetrics.ts";
import { unpackedText } from "../packed.ts";
import { writeAside } from "../writeAside.ts";

const METRICS = "metrics.json";

const isHead = (value: unknown): value is MetricHead =>
  isObject(value) && [value.name, value.about, value.unit].every((text) => typeof text === "string");

/** The metrics of users' own that runs of a sweep's folder may have recorded, whoever reads it; none where it does not say. */
export function metricsIn(folder: string): MetricHead[] {
  try {
    const read: unknown = JSON.parse(unpackedText(join(folder, METRICS)));
    return Array.isArray(read) ? read.filter(isHead) : [];
  } catch {
    return [];
  }
}

/** The first metric of a folder, none of a trainer's, that is not defined now, so that the keys of its runs cannot be told; undefined where there is none. */
export const unknownMetric = (folder: string): string | undefined =>
  metricsIn(folder).find(
    ({ name, outside }) => outside !== true && !knownMetrics().some((metric) => metric.name === name),
  )?.name;

/** Notes metrics beside the runs that will have them; those that are noted already keep their place. */
export function keepMetrics(folder: string, metrics: readonly MetricHead[]): void {
  if (metrics.length === 0) return;
  const heads = [...metricsIn(folder), ...metrics].map(
    ({ name, about, unit, outside }) => [name, { name, about, unit, ...(outside && { outside }) }] as const,
  );
  writeAside(join(folder, METRICS), `${JSON.stringify([...new Map(heads).values()], null, 1)}\n`);
}
