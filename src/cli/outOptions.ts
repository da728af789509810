import type { Command } from "commander";
import { byName } from "../library/options.ts";
import { checkWritable } from "../library/outFiles.ts";
import type { Place } from "../report/latex/latexTable.ts";
import { InputError } from "../setting/inputError.ts";

/** What a result can be written as, by name; "text" is for people, on lines of so many columns, "json" the result itself, "latex" for a place in a paper. */
export type Formats<T> = Readonly<Record<string, (result: T, width: number, place: Place) => string>>;

/** As what a result is written. */
export interface FormatOptions {
  readonly format?: string | undefined;
  readonly json: boolean;
  /** A table of --format latex is as wide as a column of two. */
  readonly column?: boolean | undefined;
}

/** Where a result goes, and as what. */
export interface OutOptions extends FormatOptions {
  readonly out?: string;
  readonly force: boolean;
}

/** Text for people, and JSON. */
export const textAndJson = <T>(text: (result: T, width: number) => string): Formats<T> => ({
  text,
  json: (result) => `${JSON.stringify(result)}\n`,
});

/**
 * Adds `--format` and `--json` to a command, and looks at them before anything is done.
 *
 * @param command that gets them
 * @param formats what its result can be written as
 * @returns the same command
 */
export const withFormat = (command: Command, formats: Formats<never>): Command =>
  command
    .option("--format <name>", `${Object.keys(formats).join(", ")} (default: text)`)
    .option("--json", "short for --format json", false)
    .hook("preAction", (called) => {
      const { format, json } = called.opts() as FormatOptions;
      if (format !== undefined) byName("--format", formats, format);
      if (json && format !== undefined && format !== "json") {
        throw new InputError(`--json must stand alone, but --format ${format} is given as well; keep one`);
      }
    });

/**
 * Adds `--column` to a command that has a format "latex".
 *
 * @param command that gets it
 * @returns the same command
 */
export const withColumn = (command: Command): Command =>
  command
    .option(
      "--column",
      "with --format latex: tables 3.25 in wide, for a paper of two columns, instead of 5.5 in",
      false,
    )
    .hook("preAction", (called) => {
      const { format, column } = called.opts() as FormatOptions;
      if (column && format !== "latex") {
        throw new InputError("--column must come with --format latex, but stands alone; add it or leave --column out");
      }
    });

/** Where a table for a paper stands. */
export const placeOf = ({ column }: Pick<FormatOptions, "column">): Place => (column ? "column" : "text");

/**
 * Adds `--format`, `--json`, `--out` and `--force` to a command that gives one result, and looks at them before anything is done.
 *
 * @param command that gets them
 * @param formats what its result can be written as
 * @param what it is called
 * @param where a file may be, and what decides as what it is written
 * @returns the same command
 */
export const withOut = (
  command: Command,
  formats: Formats<never>,
  what = "result",
  where = "a new file: as JSON, or as --format says",
): Command =>
  withFormat(command, formats)
    .option("--out <file>", `write the ${what} to ${where}`)
    .option("--force", "let --out replace an existing file", false)
    .hook("preAction", (called) => {
      const { out, force } = called.opts() as OutOptions;
      if (out !== undefined) checkWritable(out, force);
    });
