import type { OutsideMoment } from "../../sim/trajectory.ts";
import { type Column, isEntry } from "../sweep/column.ts";
import { COLUMNS, metricColumn } from "../sweep/columns.ts";
import type { Ended } from "./side.ts";

/** A number of a run at a moment. */
export interface Measure {
  readonly name: string;
  readonly of: (moment: OutsideMoment, run: Ended) => number | undefined;
}

const measureOf = ({ name, of }: Column): Measure => ({
  name,
  of: (final, { trial }) => {
    const cell = of("", { outcome: { ...trial, final } });
    return typeof cell === "number" && Number.isFinite(cell) ? cell : undefined;
  },
});

const OURS = COLUMNS.filter(
  (column) => !isEntry(column) && column.type === "double" && !["epoch", "fittedEpoch"].includes(column.name),
);

/**
 * What two runs are compared in: every number of the table of runs that is recorded at a moment, users' own metrics with them.
 *
 * @param runs all of them
 * @returns measures, ours first
 * Source: ours.
 */
export function measuresOf(runs: readonly Ended[]): Measure[] {
  const own = new Set(runs.flatMap(({ trial }) => Object.keys(trial.final.metrics ?? {})));
  const ours = new Set(OURS.map(({ name }) => name));
  const metrics = [...own]
    .filter((name) => !ours.has(name))
    .map((name) => metricColumn({ name, about: name, unit: "" }));
  return [...OURS, ...metrics].map(measureOf);
}
