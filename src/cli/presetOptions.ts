import type { Command } from "commander";
import { byName } from "../library/options.ts";
import { presetRun } from "../library/presetRun.ts";
import { InputError, show } from "../setting/inputError.ts";
import { PRESETS } from "../setting/presets.ts";
import { ifGiven, numberFrom } from "./numbers.ts";

/** What options say of the run of a preset, in place of a run file. */
export interface PresetOptions {
  readonly preset?: string;
  readonly optimizer?: string;
  readonly lr?: string;
  readonly weightDecay?: string;
  readonly batchSize?: string;
  readonly epochs?: string;
  readonly seed?: string;
}

/** Every option of `PresetOptions`, as it is typed, with its help. */
const OPTIONS: readonly (readonly [key: keyof PresetOptions, flags: string, help: string])[] = [
  ["preset", "--preset <name>", "a setting by name, instead of a run file"],
  ["optimizer", "--optimizer <name>", "with --preset (default: adam)"],
  ["lr", "--lr <number>", "with --preset (default: 5e-5)"],
  ["weightDecay", "--weight-decay <number>", "with --preset (default: the papers')"],
  ["batchSize", "--batch-size <integer>", "with --preset (default: n/2)"],
  ["epochs", "--epochs <integer>", "with --preset (default: 100)"],
  ["seed", "--seed <integer>", "with --preset (default: 1)"],
];

/**
 * Adds the options of a preset's run to a command.
 *
 * @param command that gets them
 * @param without keys that it has no use for
 */
export function withPreset(command: Command, ...without: readonly (keyof PresetOptions)[]): void {
  for (const [key, flags, help] of OPTIONS) if (!without.includes(key)) command.option(flags, help);
}

/**
 * The run of a preset as a run file would say it; what is not given is that of the papers' experiment.
 *
 * @param options as given
 * @returns a run file
 * @throws InputError for what is no number, or an unknown preset
 */
export function presetFrom({ preset = "", optimizer, lr, weightDecay, batchSize, epochs, seed }: PresetOptions) {
  byName("--preset", PRESETS, preset);
  const number = (option: string, given: string | undefined) => ifGiven(given, (text) => numberFrom(option, text));
  return presetRun({
    ...{ preset, optimizer, lr: number("--lr", lr), weightDecay: number("--weight-decay", weightDecay) },
    ...{
      batchSize: number("--batch-size", batchSize),
      epochs: number("--epochs", epochs),
      seed: number("--seed", seed),
    },
  });
}

/**
 * The first option of a preset's run that is given, as it is typed: where something else says what is run, it must not be.
 *
 * @param options as given
 * @param said what says it already
 * @param what that is
 * @throws InputError where there is one
 */
export function mustStandAlone(options: PresetOptions, said: string, what = "run file"): void {
  const [extra] = OPTIONS.filter(([key]) => options[key] !== undefined);
  if (extra === undefined) return;
  const option = extra[1].split(" ")[0];
  throw new InputError(
    `${option} must stand alone, but ${show(said)} already says it; change the ${what} or leave it out`,
  );
}
