import { aboutEvent, knownEvents } from "../experiments/sweep/events.ts";
import { classesIn, type SummaryRow } from "../experiments/sweep/summary.ts";
import { levelsText } from "./intervalText.ts";
import { summaryTable } from "./summaryTable.ts";
import { toText } from "./text/toText.ts";

/** What `summary` gives. */
interface Summary {
  readonly rows: readonly SummaryRow[];
  /** Columns that were asked for. */
  readonly by: readonly string[];
}

/**
 * A summary of a sweep for people: the table, and what is counted.
 *
 * @param found as `summary` gives it
 * @param width of a line (default: no limit)
 * @returns text
 */
export function summaryText({ rows, by }: Summary, width = Infinity): string {
  const events = knownEvents();
  const levels = levelsText(rows.flatMap(({ testError }) => testError ?? []));
  const column = Math.max(...events.map(({ name }) => name.length));
  return [
    toText(summaryTable(rows, by), width),
    "",
    "A cell is the share of the runs [its exact 95% interval, in percent]. What is counted, of the last record:",
    ...events.map((event) => `  ${event.name.padEnd(column)}  ${aboutEvent(event, classesIn(rows))}`),
    ...(levels === "" ? [] : [`The interval of a median test error has level ${levels}: so many seeds give no more.`]),
    "",
  ].join("\n");
}
