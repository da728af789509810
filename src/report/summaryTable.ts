import { knownEvents } from "../experiments/sweep/events.ts";
import type { Repeats } from "../experiments/sweep/repeats.ts";
import type { SummaryRow } from "../experiments/sweep/summary.ts";
import { medianText, percentText } from "./intervalText.ts";
import { shortNumber, type Table } from "./table.ts";

/**
 * A summary of a sweep as a table for people: the share of the runs that show an event, with its interval.
 *
 * @param rows of `summary`
 * @param by the columns that were asked for
 * @returns the table
 */
export function summaryTable(rows: readonly SummaryRow[], by: readonly string[]): Table {
  return {
    head: [
      ...by,
      "runs",
      "seeds",
      "failed",
      ...knownEvents().map(({ name }) => `${name} [95%]`),
      "median test error [interval]",
    ],
    rows: rows.map(({ at, runs, seeds, failed, frequencies, testError }) => [
      ...at.map((cell) => (typeof cell === "number" ? shortNumber(cell) : (cell ?? "-"))),
      ...[runs, seeds, failed].map(String),
      ...knownEvents()
        .map(({ name }) => frequencies[name] ?? null)
        .map((found) => (found ? percentText(found) : "-")),
      testError ? medianText(testError) : "-",
    ]),
  };
}

/** A summary of a sweep as a table for programs: a number a cell with every digit; a cell is empty where there is none. */
export function summaryData(rows: readonly SummaryRow[], by: readonly string[]): Table {
  return {
    head: [
      ...by,
      ...["runs", "seeds", "failed"],
      ...knownEvents().flatMap(({ name }) => [name, `${name}Share`, `${name}Low`, `${name}High`]),
      ...["testErrorMedian", "testErrorLow", "testErrorHigh", "testErrorCoverage"],
    ],
    rows: rows.map(({ at, runs, seeds, failed, frequencies, testError }) =>
      [
        ...at,
        ...[runs, seeds, failed],
        ...knownEvents()
          .map(({ name }) => frequencies[name])
          .flatMap((found) => [...[found?.count, found?.share, found?.low, found?.high]]),
        ...[testError?.median, testError?.low, testError?.high, testError?.coverage],
      ].map((cell) => String(cell ?? "")),
    ),
  };
}

/**
 * Why a summary has groups without intervals.
 *
 * @param rows of `summary`
 * @param found of `repeats`, of the same folder and columns
 * @returns a sentence
 */
export function repeatsText(rows: readonly SummaryRow[], { columns, same }: Repeats): string {
  const groups = rows.filter(({ seeds, runs }) => seeds < runs).length;
  const reasons = [
    ...(columns.length > 0 ? [`its runs differ in ${columns.join(", ")}, which --by may name`] : []),
    ...(same ? ["the same run is there under several keys (another stop or record)"] : []),
  ];
  return `intervals are left out of ${groups} of ${rows.length} row${rows.length === 1 ? "" : "s"}, where a seed is there more than once: ${reasons.join(", and ")}`;
}
