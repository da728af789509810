import { createWriteStream } from "node:fs";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { reason } from "../experiments/reason.ts";
import { runsTable } from "../experiments/sweep/runsTable.ts";
import { type Standing, standing } from "../experiments/sweep/standing.ts";
import { fillAside } from "../experiments/writeAside.ts";
import { FORMATS, type Format } from "../report/export/formats.ts";
import type { LongTable } from "../report/export/longTable.ts";
import { InputError } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { byName, checked, flag, text } from "./options.ts";
import { checkWritable } from "./outFiles.ts";

/** How runs are written. */
export interface ExportOptions {
  /** "csv" unless given, "json" or "parquet". */
  readonly format?: string | undefined;
  /** A new file. */
  readonly out: string;
  /** Whether an existing file may be replaced. */
  readonly force?: boolean | undefined;
}

const schema = z.strictObject({ format: text(), out: text(), force: flag() });

const textOf = (pieces: Iterable<string>) => Readable.from(pieces);

/** Writes a table into a file, aside first. */
async function writeTable(format: Format, table: LongTable, out: string): Promise<void> {
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
      `out must be writable, but writing ${out} gave ${reason(error)}; make room or choose another place`,
    );
  });
}

/**
 * Writes the runs of a sweep as a table, a row a run, numbers exact.
 *
 * @param folder that `sweep` has written
 * @param options format, out, force
 * @returns how the folder stands
 * @throws InputError, one sentence
 * Source: ours. Shown in examples/resume-a-sweep.mjs.
 */
export async function exportRuns(folder: string, options: ExportOptions): Promise<Standing> {
  const { format: name = "csv", out, force = false } = checked(schema, options, "exportRuns's options");
  const format = byName<Format>("format", FORMATS, name);
  if (out === undefined) throw new InputError("out must name a file, but is missing; add it");
  checkWritable(out, force);
  await writeTable(format, runsTable(folder), out);
  return standing(folder);
}

/**
 * The same into a stream that is open, which stays open.
 *
 * @param folder that `sweep` has written
 * @param name of the format; not one that needs a file
 * @param stream such as standard output
 * @returns how the folder stands
 * @throws InputError, one sentence
 */
export async function exportInto(folder: string, name: string, stream: Writable): Promise<Standing> {
  const format = byName<Format>("format", FORMATS, name);
  if ("file" in format) throw new InputError("out must name a file for this format, but is missing; add it");
  await pipeline(textOf(format.pieces(runsTable(folder))), stream, { end: false });
  return standing(folder);
}

/**
 * The runs of a sweep as a table, read from its journal as they are asked for.
 *
 * @param folder that `sweep` has written
 * @returns columns with units, and a row a run: in plan order once the sweep is complete
 * @throws InputError where there is no sweep
 * Source: ours. Shown in examples/resume-a-sweep.mjs.
 */
export const runs = (folder: string): LongTable => runsTable(folder);
