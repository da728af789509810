import { cellOf, columnsOf, PART, tellingColumns } from "../../pointName.ts";
import { grouped, unique } from "./grouped.ts";
import type { StudyRow } from "./rows.ts";

/** Points that are drawn together: those of one measure whose parts have the same last column. */
export interface Group {
  readonly measure: string;
  readonly rows: readonly StudyRow[];
  /** Columns that tell them apart, but for the last of a curve or a map. */
  readonly by: readonly string[];
}

/** How a group is drawn: a row a point, a value against a number, or a map of shares. */
export type Layout =
  | (Group & { readonly form: "rows" })
  | (Group & { readonly form: "curves"; readonly x: string })
  | (Group & { readonly form: "tiles"; readonly x: string });

/** Values of the number to the right that make a curve, and curves that make a map. */
const [LEAST, MANY] = [3, 6];
/** Of all points of a grid, at least, where it is drawn as a map. */
const FULL = 0.75;
/** Rows of a panel, at most; then points share them. */
export const ROWS = 40;

/** What tells curves apart. */
export const curveKey = (row: StudyRow, by: readonly string[]): string =>
  JSON.stringify(by.map((column) => cellOf(row, column) ?? null));

/** Rows by the last of their columns that varies anywhere. */
function byLast(rows: readonly StudyRow[]): StudyRow[][] {
  const columns = columnsOf(rows);
  const varying = columns.filter((column) => unique(rows.map(({ at }) => at[column])).length > 1);
  const lastOf = ({ at }: StudyRow) => varying.findLast((column) => column in at) ?? "";
  const lasts = unique(rows.map(lastOf));
  return lasts.map((last) => rows.filter((row) => lastOf(row) === last));
}

/** The measures of a part of which something was predicted, or is published; of a part without any, those of the other parts. */
function drawnOf(rows: readonly StudyRow[]): StudyRow[] {
  const told = rows.filter(({ predicted, published }) => predicted !== undefined || published !== undefined);
  const isTold = (row: StudyRow) =>
    told.some(
      ({ part, measure }) =>
        measure === row.measure && (part === row.part || told.every((one) => one.part !== row.part)),
    );
  return rows.filter(isTold);
}

function layoutOf(rows: readonly StudyRow[]): Layout {
  const { measure } = rows[0] as StudyRow;
  const columns = tellingColumns(rows);
  const x = columns.at(-1);
  const by = columns.slice(0, -1);
  const cells = x === undefined || x === PART ? [] : unique(rows.map(({ at }) => at[x]));
  const numeric = cells.length >= LEAST && cells.every((cell) => typeof cell === "number");
  const published = rows.some((row) => row.published !== undefined);
  const curves = unique(rows.map((row) => curveKey(row, by))).length;
  const single = rows.length < 2 * curves;
  if (x === undefined || !numeric || published || single) return { form: "rows", measure, rows, by: columns };
  const grid = rows.length / (curves * cells.length);
  const shares = rows.some(({ kind }) => kind === "share");
  const form = shares && curves >= MANY && grid >= FULL ? "tiles" : "curves";
  return { form, measure, rows, by, x };
}

/**
 * How the points of a study are drawn.
 *
 * @param rows of all measures
 * @returns a layout for each measure of parts that have the same columns, and of each part where there is a row for each of many points
 */
export function layoutsOf(rows: readonly StudyRow[]): Layout[] {
  const groups = byLast(rows);
  const drawn = groups.map(drawnOf).filter(({ length }) => length > 0);
  return (drawn.length > 0 ? drawn : groups).flatMap((group) =>
    grouped(group, ({ measure }) => measure).flatMap(([, own]) => {
      const whole = layoutOf(own);
      if (whole.form !== "rows" || own.length <= ROWS) return [whole];
      return grouped(own, ({ part }) => part).map(([, some]) => layoutOf(some));
    }),
  );
}
