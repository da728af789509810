import type { Command } from "commander";
import { presets } from "../library/presets.ts";
import { toText } from "../report/table.ts";
import { aboutField } from "../setting/fields.ts";
import { SUPPORTS, settingSchema } from "../setting/setting.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";

function words(known: ReturnType<typeof presets>): string {
  const named = Object.entries(known);
  const keys = Object.keys(settingSchema.shape) as (keyof typeof settingSchema.shape)[];
  const rows = keys.map((key) => {
    const { meaning, unit, range } = aboutField(settingSchema.shape[key]);
    const shown = named.map(([, { setting }]) => String({ supports: SUPPORTS[0], ...setting }[key]));
    return [key, ...shown, meaning, unit, range];
  });
  const table = toText({ head: ["", ...named.map(([name]) => name), "meaning", "unit", "range"], rows });
  return `${table}\n${named.map(([name, { about }]) => `${name}: ${about}\n`).join("")}`;
}

const FORMATS = textAndJson(words);

/** Options and action of `adamcheck presets`. */
export function presetsCommand(command: Command): void {
  withHelp(withOut(command, FORMATS), {
    about: 'What "preset" of a run file, and --preset, may be, and what the keys of a setting mean.',
    exits: "0 done, 2 bad input",
    examples: ["adamcheck presets"],
  }).action((options: OutOptions) => deliver(presets(), FORMATS, options));
}
