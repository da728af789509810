import { InputError } from "../setting/inputError.ts";
import type { RunFile } from "../sim/runFile.ts";
import { readData } from "./files.ts";
import { mustStandAlone, type PresetOptions, presetFrom } from "./presetOptions.ts";

/**
 * What a command is to run: a run file, or the run of a preset.
 *
 * @param command its name, for errors
 * @param path of a run file, or - for standard input
 * @param options of a preset's run
 * @returns what the library takes; it is checked there
 * @throws InputError where there is neither, or both
 */
export function runInput(command: string, path: string | undefined, options: PresetOptions): RunFile {
  if (path === undefined && options.preset === undefined) {
    throw new InputError(`${command} must be given a run file or --preset, but has neither; add one`);
  }
  if (path === undefined) return presetFrom(options);
  mustStandAlone(options, path);
  return readData(path) as RunFile;
}
