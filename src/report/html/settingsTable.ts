import { AXES } from "../../experiments/sweep/columns.ts";
import type { Value } from "../../experiments/sweep/range.ts";
import { show } from "../../setting/inputError.ts";
import { shortNumber, type Table } from "../table.ts";

/** Longer lists of values are told by their ends. */
const SHOWN = 12;

const textOf = (value: unknown) =>
  typeof value === "number" ? shortNumber(value) : typeof value === "string" ? value : show(value);

function valuesText(values: readonly Value[]): string {
  if (values.length <= SHOWN) return values.map(textOf).join(", ");
  return `${values.length} values, ${textOf(values[0])} to ${textOf(values.at(-1))}`;
}

/**
 * What runs were made with: every entry of a run file that is a column of a sweep's table.
 *
 * @param file a run file, complete or without what is varied
 * @param varied values by column
 * @returns a table: name, value, meaning and unit
 */
export const settingsTable = (file: unknown, varied: Readonly<Record<string, readonly Value[]>> = {}): Table => ({
  head: ["setting", "value", "meaning"],
  rows: [...AXES.values()].flatMap((column) => {
    const { name, about, unit } = column;
    const fixed = column.in(file);
    const values = Object.hasOwn(varied, name) ? varied[name] : undefined;
    if (values === undefined && fixed === null) return [];
    const meaning = unit === "none" || unit === "name" ? about : `${about} [${unit}]`;
    return [[name, values ? valuesText(values) : textOf(fixed), meaning]];
  }),
});
