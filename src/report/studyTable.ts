import type { Row } from "../studies/evidence.ts";
import type { Predicted } from "../studies/study.ts";
import { shortNumber, type Table } from "./table.ts";

const between = ({ least, most }: Predicted) => `${shortNumber(least)} to ${shortNumber(most)}`;

/** Every column that some part has, in the order in which they come. */
const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap(({ at }) => Object.keys(at)))];

const cellText = (cell: string | number | null | undefined) =>
  typeof cell === "number" ? shortNumber(cell) : (cell ?? "-");

const found = ({ value, low, high }: Row) => {
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
  return {
    head: ["part", ...columns, "measure", "seeds", "found", "predicted", "agrees"],
    rows: rows.map((row) => [
      row.part,
      ...columns.map((column) => cellText(row.at[column])),
      ...[row.measure, String(row.seeds), found(row)],
      ...[row.predicted ? between(row.predicted) : "-", row.agrees ?? "-"],
    ]),
  };
}

/** The points of a study as a table for programs: a number a cell with every digit; a cell is empty where there is none. */
export function studyData(rows: readonly Row[]): Table {
  const columns = columnsOf(rows);
  return {
    head: ["part", ...columns, "measure", "seeds", "silent", "value", "low", "high", "least", "most", "agrees"],
    rows: rows.map(({ part, at, measure, seeds, silent, value, low, high, predicted, agrees }) =>
      [
        ...[part, ...columns.map((column) => at[column]), measure, seeds, silent, value, low, high],
        ...[predicted?.least, predicted?.most, agrees],
      ].map((cell) => String(cell ?? "")),
    ),
  };
}
