import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { reason } from "../experiments/reason.ts";
import { COLUMNS } from "../experiments/sweep/columns.ts";
import { runsTable } from "../experiments/sweep/runsTable.ts";
import { standing } from "../experiments/sweep/standing.ts";
import { fillAside } from "../experiments/writeAside.ts";
import { FORMATS, type Format } from "../report/export/formats.ts";
import type { LongTable } from "../report/export/longTable.ts";
import { standingText } from "../report/sweepText.ts";
import { InputError } from "../setting/inputError.ts";
import { checkWritable } from "./files.ts";
import { named } from "./named.ts";
import { note } from "./output.ts";

const COLUMN_LIST = COLUMNS.map(
  ({ name, unit, about }) => `  ${name.padEnd(28)}${about}${unit === "none" ? "" : ` [${unit}]`}`,
).join("\n");

const HELP = `
One row a run, in the order of the plan once the sweep is complete. Numbers are exact: each decimal is read back as the same double. Cells are empty
(CSV) or null where a run has no such thing.

Columns [and units]:
${COLUMN_LIST}

Exit codes: 0 done, 2 bad input.`;

const textOf = (pieces: Iterable<string>) => Readable.from(pieces);

async function write(format: Format, table: LongTable, out: string | undefined): Promise<void> {
  if (out === undefined) {
    if ("file" in format) throw new InputError("--out must name a file for this format, but is missing; add it");
    await pipeline(textOf(format.pieces(table)), process.stdout, { end: false });
    return;
  }
  let fault: unknown;
  function* rows() {
    try {
      yield* table.rows;
    } catch (error) {
      fault = error;
      throw error;
    }
  }
  const read = { columns: table.columns, rows: rows() };
  await fillAside(out, (aside) =>
    "file" in format ? format.file(read, aside) : pipeline(textOf(format.pieces(read)), createWriteStream(aside)),
  ).catch((error) => {
    // What goes wrong with the runs is not a matter of the file that is written.
    if (error === fault) throw error;
    throw new InputError(
      `--out must be writable, but writing ${out} gave ${reason(error)}; make room or choose another place`,
    );
  });
}

/** Arguments, options and action of `adamcheck export`. */
export function exportCommand(command: Command): void {
  command
    .argument("<folder>", "of a sweep")
    .option("--format <name>", Object.keys(FORMATS).join(", "), "csv")
    .option("--out <file>", "a new file (default: standard output, but for parquet)")
    .option("--force", "let --out replace an existing file", false)
    .addHelpText("after", HELP)
    .action(async (folder: string, { format: name, out, force }: { format: string; out?: string; force: boolean }) => {
      const format = named("--format", FORMATS, name);
      if (out !== undefined) checkWritable(out, force);
      standingText(standing(folder)).forEach(note);
      await write(format, runsTable(folder), out);
      if (out !== undefined) note(`table written to ${out}`);
    });
}
