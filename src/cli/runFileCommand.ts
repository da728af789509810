import type { Command } from "commander";
import type { CheckpointOptions } from "../experiments/checkpoint/keeping.ts";
import { type Run, runWarnings } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";
import { type CheckpointArguments, type Checkpoints, checkpointsOf, withCheckpoint } from "./checkpointOption.ts";
import { deliver, type Ended, explainEnd } from "./deliver.ts";
import { type About, withHelp } from "./help.ts";
import { interruptible, type Long } from "./interruptible.ts";
import { withLoad } from "./loadOwn.ts";
import { type Formats, type OutOptions, textAndJson, withOut } from "./outOptions.ts";
import { warn } from "./output.ts";
import { type PresetOptions, withPreset } from "./presetOptions.ts";
import { runInput } from "./runInput.ts";

/** What a command that carries out a run file adds to what all of them do. `O`: the options of its own. */
interface RunFileCommand<T extends Ended & { readonly config: Run }, O> {
  /** What comes out, in a word: "result". */
  readonly what: string;
  readonly help: About;
  /** Looks at a run before the work begins. */
  parse(spec: unknown): Run;
  /** Whether the library can go on from where a call was. */
  readonly keeps?: boolean;
  /** Calls the library. */
  run(spec: RunFile, options: O, long: Long & { readonly checkpoint?: CheckpointOptions }): Promise<T>;
  /** What comes out, for people. */
  words(result: T, width: number): string;
  /** What it can be written as besides text and JSON. */
  readonly formats?: Formats<T>;
}

type Options = PresetOptions & OutOptions & CheckpointArguments;

/**
 * Arguments, options and action that commands with a run file share: where the result goes, warnings, progress, Ctrl-C, exit codes.
 *
 * @param command options of its own may have been added before
 * @param parts what differs
 */
export function runFileCommand<T extends Ended & { readonly config: Run }, O>(
  command: Command,
  { what, help, keeps = false, parse, run, words, formats: more }: RunFileCommand<T, O>,
): void {
  const formats = { ...textAndJson(words), ...more };
  command.argument("[run]", "run file (JSON or YAML), or - for standard input");
  withPreset(command);
  withOut(withLoad(command), formats, what);
  if (keeps) withCheckpoint(command);
  withHelp(command, help).action(async (path: string | undefined, options: Options & O) => {
    const spec = runInput(command.name(), path, options);
    for (const warning of runWarnings(parse(spec))) warn(warning);
    let checkpoints: Checkpoints | undefined;
    const result = await interruptible(command.name(), (long, note) => {
      if (keeps) checkpoints = checkpointsOf(options, note);
      return run(spec, options, { ...long, ...(checkpoints && { checkpoint: checkpoints.options }) });
    });
    deliver(result, formats, options);
    explainEnd(result);
    checkpoints?.end(result.interrupted);
  });
}
