import { aboutEvent, knownEvents } from "../../experiments/sweep/events.ts";
import { type CountedFrequency, classesIn, type SummaryRow } from "../../experiments/sweep/summary.ts";
import { escape } from "./escape.ts";
import { latexTable, type Place } from "./latexTable.ts";
import { latexInterval, latexNumber } from "./number.ts";
import { symbol } from "./words.ts";

const capital = (name: string) => escape(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);

const withInterval = (text: string, low: number | null, high: number | null) =>
  low === null || high === null ? text : `${text} ${latexInterval(low, high)}`;

const frequencyText = (found: CountedFrequency | null | undefined) =>
  found ? withInterval(latexNumber(found.share), found.low, found.high) : "--";

/**
 * A summary of a sweep as a table for a paper.
 *
 * @param summary its rows, and the columns that were asked for
 * @param place of the table
 * @returns LaTeX
 */
export function summaryLatex(
  { rows, by }: { readonly rows: readonly SummaryRow[]; readonly by: readonly string[] },
  place: Place,
): string {
  const events = knownEvents();
  const levels = [...new Set(rows.flatMap(({ testError }) => testError?.coverage ?? []))];
  const level = levels.length === 1 ? ` (${Number((100 * (levels[0] as number)).toPrecision(4))}\\%)` : "";
  const meanings = events
    .map((event) => `${capital(event.name)}: ${escape(aboutEvent(event, classesIn(rows)))}`)
    .join("; ");
  return latexTable(
    {
      caption: `Shares of runs with exact 95\\% intervals (Clopper--Pearson), and the median test error with its distribution-free interval${level}. ${meanings}.`,
      label: "tab:summary",
      head: [
        ...by.map((name) => symbol(name) ?? capital(name)),
        ...["Runs", "Seeds", "Failed"],
        ...events.map(({ name }) => capital(name)),
        "Test error",
      ],
      rows: rows.map(({ at, runs, seeds, failed, frequencies, testError }) => [
        ...at.map((cell) => (typeof cell === "number" ? latexNumber(cell) : escape(String(cell ?? "--")))),
        ...[runs, seeds, failed].map(latexNumber),
        ...events.map(({ name }) => frequencyText(frequencies[name])),
        testError ? withInterval(latexNumber(testError.median), testError.low, testError.high) : "--",
      ]),
    },
    place,
  );
}
