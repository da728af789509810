import type { Command } from "commander";
import { presets } from "../library/presets.ts";
import { presetsText } from "../report/presetsText.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";

const FORMATS = textAndJson(presetsText);

/** Options and action of `adamcheck presets`. */
export function presetsCommand(command: Command): void {
  withHelp(withOut(command, FORMATS), {
    about: 'What "preset" of a run file, and --preset, may be, and what the keys of a setting mean.',
    exits: "0 done, 2 bad input",
    examples: ["adamcheck presets"],
  }).action((options: OutOptions) => deliver(presets(), FORMATS, options));
}
