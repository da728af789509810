import { COLUMNS, type Column, metricColumn } from "./columns.ts";
import { metricsIn } from "./metricsIn.ts";

/** Every column of the table of a folder's runs: ours, then a metric of users' own each. */
export const columnsIn = (folder: string): readonly Column[] => [
  ...COLUMNS,
  ...metricsIn(folder)
    .filter(({ name }) => !COLUMNS.some((column) => column.name === name))
    .map(metricColumn),
];
