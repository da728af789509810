import { EVENTS } from "../experiments/sweep/events.ts";
import type { SummaryRow } from "../experiments/sweep/summary.ts";
import { shortNumber, type Table } from "./table.ts";

const interval = (low: number, high: number) => `[${shortNumber(low)}, ${shortNumber(high)}]`;

function frequencyText(frequency: SummaryRow["frequencies"][string]): string {
  if (!frequency) return "-";
  const { count, share, low, high } = frequency;
  return `${count}: ${shortNumber(share)} ${interval(low, high)}`;
}

function testErrorText(testError: SummaryRow["testError"]): string {
  if (!testError) return "-";
  const { median, low, high } = testError;
  return low === undefined || high === undefined
    ? shortNumber(median)
    : `${shortNumber(median)} ${interval(low, high)}`;
}

/**
 * A summary of a sweep as a table: how often, the share, and its interval.
 *
 * @param rows of `summary`
 * @param by the columns that were asked for
 * @returns the table
 */
export function summaryTable(rows: readonly SummaryRow[], by: readonly string[]): Table {
  return {
    head: [...by, "runs", "failed", ...EVENTS.map(({ name }) => name), "median test error"],
    rows: rows.map(({ at, runs, failed, frequencies, testError }) => [
      ...at.map((cell) => (typeof cell === "number" ? shortNumber(cell) : (cell ?? "-"))),
      String(runs),
      String(failed),
      ...EVENTS.map(({ name }) => frequencyText(frequencies[name] ?? null)),
      testErrorText(testError),
    ]),
  };
}
