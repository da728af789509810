import type { Predicted, Row } from "../studies/study.ts";
import { columnsOf } from "./pointName.ts";
import { shortNumber, type Table } from "./table.ts";

const between = ({ least, most }: Predicted) => `${shortNumber(least)} to ${shortNumber(most)}`;

/** A column of what points are called, where some are. */
const namesOf = (rows: readonly Row[]) => {
  const named = rows.some(({ called }) => called !== undefined);
  return { head: named ? ["called"] : [], cell: ({ called = "" }: Row) => (named ? [called] : []) };
};

const cellText = (cell: string | number | null | undefined) =>
  typeof cell === "number" ? shortNumber(cell) : (cell ?? "-");

/** What was found at a point, with its interval where it has one. */
export const foundText = ({ value, low, high }: Row) => {
  if (value === null) return "-";
  return low === null || high === null
    ? shortNumber(value)
    : `${shortNumber(value)} [${shortNumber(low)}, ${shortNumber(high)}]`;
};

/**
 * The points of a study as a table for people.
 *
 * @param rows of `study`
 * @returns the table
 */
export function studyTable(rows: readonly Row[]): Table {
  const columns = columnsOf(rows);
  const names = namesOf(rows);
  return {
    head: ["part", ...names.head, ...columns, "measure", "seeds", "found", "predicted", "agrees"],
    rows: rows.map((row) => [
      ...[row.part, ...names.cell(row)],
      ...columns.map((column) => cellText(row.at[column])),
      ...[row.measure, String(row.seeds), foundText(row)],
      ...[row.predicted ? between(row.predicted) : "-", `${row.agrees ?? "-"}${row.overturns ? ", overturns" : ""}`],
    ]),
  };
}

/** What a table for programs has of a point beside its part and columns, in this order. */
const TOLD = {
  measure: ({ measure }) => measure,
  kind: ({ kind }) => kind,
  seeds: ({ seeds }) => seeds,
  silent: ({ silent }) => silent,
  value: ({ value }) => value,
  low: ({ low }) => low,
  high: ({ high }) => high,
  least: ({ predicted }) => predicted?.least,
  most: ({ predicted }) => predicted?.most,
  agrees: ({ agrees }) => agrees,
  overturns: ({ overturns }) => (overturns ? "yes" : ""),
  published: ({ published }) => published,
} as const satisfies Readonly<Record<string, (row: Row) => string | number | null | undefined>>;

/** The points of a study as a table for programs: a number a cell with every digit; a cell is empty where there is none. */
export function studyData(rows: readonly Row[]): Table {
  const columns = columnsOf(rows);
  const names = namesOf(rows);
  return {
    head: ["part", ...names.head, ...columns, ...Object.keys(TOLD)],
    rows: rows.map((row) => [
      ...[row.part, ...names.cell(row)],
      ...[...columns.map((column) => row.at[column]), ...Object.values(TOLD).map((of) => of(row))].map((cell) =>
        String(cell ?? ""),
      ),
    ]),
  };
}
