import type { Command } from "commander";
import { type Run, runWarnings } from "../sim/run.ts";
import { deliver, type Ended, explainEnd } from "./deliver.ts";
import { checkWritable, readData } from "./files.ts";
import { interruptible } from "./interruptible.ts";
import { warn } from "./output.ts";

/** What a command that carries out a run file adds to what all of them do. `O`: the options of its own. */
interface RunFileCommand<R extends Run, T extends Ended, O> {
  /** What comes out, in a word: "result". */
  readonly what: string;
  readonly help: string;
  parse(input: unknown): R;
  /** Begins the work; yields the share done, and its value is what comes out. */
  begin(run: R, options: O): Promise<Generator<number, T, boolean | undefined>>;
  /** What comes out, for people. */
  words(result: T): string;
}

interface Options {
  readonly out?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * Arguments, options and action that commands with a run file share: where the result goes, warnings, progress, Ctrl-C, exit codes.
 *
 * @param command options of its own may have been added before
 * @param parts what differs
 */
export function runFileCommand<R extends Run, T extends Ended, O>(
  command: Command,
  { what, help, parse, begin, words }: RunFileCommand<R, T, O>,
): void {
  command
    .argument("<run>", "run file (JSON or YAML), or - for standard input")
    .option("--out <file>", `write the ${what} (JSON) to a new file`)
    .option("--force", "let --out replace an existing file", false)
    .option("--json", `print the ${what} as JSON`, false)
    .addHelpText("after", help)
    .action(async (path: string, options: Options & O) => {
      const { out, force, json } = options;
      const run = parse(readData(path));
      const work = await begin(run, options);
      if (out !== undefined) checkWritable(out, force);
      for (const warning of runWarnings(run)) warn(warning);
      const result = await interruptible(command.name(), work);
      deliver(result, words(result), { ...(out !== undefined && { out }), json });
      explainEnd(result);
    });
}
