import type { Command } from "commander";
import { byName } from "../library/options.ts";
import { checkWritable } from "../library/outFiles.ts";
import { InputError } from "../setting/inputError.ts";

/** What a result can be written as, by name; "text" is for people, "json" is the result itself. */
export type Formats<T> = Readonly<Record<string, (result: T) => string>>;

/** Where a result goes, and as what. */
export interface OutOptions {
  readonly format?: string;
  readonly json: boolean;
  readonly out?: string;
  readonly force: boolean;
}

/** Text for people, and JSON. */
export const textAndJson = <T>(text: (result: T) => string): Formats<T> => ({
  text,
  json: (result) => `${JSON.stringify(result)}\n`,
});

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
  command
    .option("--format <name>", `${Object.keys(formats).join(", ")} (default: text)`)
    .option("--json", "short for --format json", false)
    .option("--out <file>", `write the ${what} to ${where}`)
    .option("--force", "let --out replace an existing file", false)
    .hook("preAction", (called) => {
      const { out, force, format, json } = called.opts() as OutOptions;
      if (format !== undefined) byName("--format", formats, format);
      if (json && format !== undefined && format !== "json") {
        throw new InputError(`--json must stand alone, but --format ${format} is given as well; keep one`);
      }
      if (out !== undefined) checkWritable(out, force);
    });
