import type { Command } from "commander";
import { EVENTS } from "../experiments/sweep/events.ts";
import { type Summary, summary } from "../library/summary.ts";
import { summaryLatex } from "../report/latex/summaryLatex.ts";
import { repeatsText, summaryData, summaryTable } from "../report/summaryTable.ts";
import { summaryText } from "../report/summaryText.ts";
import { standingText } from "../report/sweepText.ts";
import { toCsv, toMarkdown } from "../report/table.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { type Formats, type OutOptions, withColumn, withOut } from "./outOptions.ts";
import { note } from "./output.ts";

const ABOUT = `
${EVENTS.map(({ name, about }) => `  ${name.padEnd(13)}${about}`).join("\n")}

Of K classes guessing is wrong on (K - 1)/K, which stands there in the place of 0.5. Each is given as how often, the share of the runs that finished, and its exact 95% interval (Clopper-Pearson). The median of the test error, over
runs that did not diverge, has its distribution-free interval (95% where there are 6 runs or more, up to 1000). Intervals are of independent runs:
a row where fewer seeds than runs are counted has none, and what to add to --by is said on standard error.`;

const FORMATS: Formats<Summary> = {
  text: summaryText,
  md: ({ rows, by }) => `${toMarkdown(summaryTable(rows, by))}\n`,
  csv: ({ rows, by }) => `${toCsv(summaryData(rows, by))}\n`,
  latex: (found, _, place) => summaryLatex(found, place),
  json: ({ rows, by }) => `${JSON.stringify({ by, rows })}\n`,
};

interface Options extends OutOptions {
  readonly by?: string;
}

/** Arguments, options and action of `adamcheck summary`. */
export function summaryCommand(command: Command): void {
  command
    .argument("<folder>", "of a sweep")
    .option("--by <columns>", "columns of `export --help`, separated by commas (default: none, all runs together)");
  withColumn(withOut(withLoad(command), FORMATS, "summary"));
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck sweep examples/sweep.yaml --out runs", "adamcheck summary runs --by batchSize,weightDecay"],
  }).action((folder: string, { by, ...options }: Options) => {
    const found = summary(folder, { by: by?.split(",").map((name) => name.trim()) ?? [] });
    standingText(found.standing).forEach(note);
    if (found.repeats) note(repeatsText(found.rows, found.repeats));
    deliver(found, FORMATS, options);
  });
}
