import type { Command } from "commander";
import { EVENTS } from "../experiments/sweep/events.ts";
import { repeats } from "../experiments/sweep/repeats.ts";
import { standing } from "../experiments/sweep/standing.ts";
import { type SummaryRow, summary } from "../experiments/sweep/summary.ts";
import { repeatsText, summaryData, summaryTable } from "../report/summaryTable.ts";
import { standingText } from "../report/sweepText.ts";
import { toCsv, toMarkdown, toText } from "../report/table.ts";
import { named } from "./named.ts";
import { note, print, write } from "./output.ts";

const HELP = `
${EVENTS.map(({ name, about }) => `  ${name.padEnd(13)}${about}`).join("\n")}

Each is given as how often, the share of the runs that finished, and its exact 95% interval (Clopper-Pearson). The median of the test error, over
runs that did not diverge, has its distribution-free interval (95% where there are 6 runs or more, up to 1000). Intervals are of independent runs:
a row where fewer seeds than runs are counted has none, and what to add to --by is said on standard error.

  adamcheck summary sweep --by batchSize,weightDecay

Exit codes: 0 done, 2 bad input.`;

type Draw = (rows: readonly SummaryRow[], by: readonly string[]) => string;

const FORMATS: Readonly<Record<string, Draw>> = {
  text: (rows, by) => toText(summaryTable(rows, by)),
  md: (rows, by) => toMarkdown(summaryTable(rows, by)),
  csv: (rows, by) => toCsv(summaryData(rows, by)),
};

interface Options {
  readonly by?: string;
  readonly format: string;
  readonly json: boolean;
}

/** Arguments, options and action of `adamcheck summary`. */
export function summaryCommand(command: Command): void {
  command
    .argument("<folder>", "of a sweep")
    .option("--by <columns>", "columns of `export --help`, separated by commas (default: none, all runs together)")
    .option("--format <name>", Object.keys(FORMATS).join(", "), "text")
    .option("--json", "print JSON", false)
    .addHelpText("after", HELP)
    .action((folder: string, { by, format, json }: Options) => {
      const draw = named("--format", FORMATS, format);
      const names = by?.split(",").map((name) => name.trim()) ?? [];
      const rows = summary(folder, names);
      standingText(standing(folder)).forEach(note);
      if (rows.some(({ seeds, runs }) => seeds < runs)) note(repeatsText(rows, repeats(folder, names)));
      if (json) write(`${JSON.stringify({ by: names, rows })}\n`);
      else (format === "text" ? print : write)(`${draw(rows, names)}\n`);
    });
}
