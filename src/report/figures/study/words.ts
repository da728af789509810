import { pointName } from "../../pointName.ts";
import { axisText, numberText, optimizerText, symbolOf } from "../sheet/words.ts";
import type { StudyRow } from "./rows.ts";

const entry = (column: string, cell: string | number): string => {
  if (typeof cell === "number") return `${symbolOf(column)} = ${numberText(cell)}`;
  return column === "optimizer" ? optimizerText(cell) : cell;
};

/** A point by some of its columns, in the papers' letters. */
export const namesBy = (by: readonly string[]): ((row: StudyRow) => string) => pointName(by, entry);

/** The words of a column at an axis, without its unit where room is short. */
export const columnText = (column: string): string => axisText(column).replace(/ \(.*\)$/, "");

/** The words of a measure at an axis. */
export const measureText = (measure: string, rows: readonly StudyRow[]): string => {
  const kind = rows.find((row) => row.kind !== undefined)?.kind;
  if (kind === undefined) return measure;
  return `${measure} (${kind === "share" ? "share of seeds" : "median over seeds"})`;
};
