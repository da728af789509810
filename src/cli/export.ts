import type { Command } from "commander";
import { COLUMNS } from "../experiments/sweep/columns.ts";
import { exportInto, exportRuns } from "../library/exportRuns.ts";
import { byName } from "../library/options.ts";
import { FORMATS } from "../report/export/formats.ts";
import { standingText } from "../report/sweepText.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { note } from "./output.ts";

const COLUMN_LIST = COLUMNS.map(
  ({ name, unit, about }) => `  ${name.padEnd(28)}${about}${unit === "none" ? "" : ` [${unit}]`}`,
).join("\n");

const ABOUT = `
One row a run, in the order of the plan once the sweep is complete. Numbers are exact: each decimal is read back as the same double. Cells are empty
(CSV) or null where a run has no such thing.

Columns [and units]:
${COLUMN_LIST}`;

interface Options {
  readonly format?: string;
  readonly json: boolean;
  readonly out?: string;
  readonly force: boolean;
}

/** Arguments, options and action of `adamcheck export`. */
export function exportCommand(command: Command): void {
  command
    .argument("<folder>", "of a sweep")
    .option("--format <name>", `${Object.keys(FORMATS).join(", ")} (default: csv)`)
    .option("--json", "short for --format json", false)
    .option("--out <file>", "a new file (default: standard output, but for parquet)")
    .option("--force", "let --out replace an existing file", false);
  withHelp(withLoad(command), {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck sweep examples/sweep.yaml --out runs", "adamcheck export runs --out runs.csv --force"],
  }).action(async (folder: string, { format: given, json, out, force }: Options) => {
    const format = json ? "json" : (given ?? "csv");
    byName("--format", FORMATS, format);
    if (out === undefined) standingText(await exportInto(folder, format, process.stdout)).forEach(note);
    else {
      standingText(await exportRuns(folder, { format, out, force })).forEach(note);
      note(`table written to ${out}`);
    }
  });
}
