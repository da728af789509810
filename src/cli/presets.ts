import type { Command } from "commander";
import { toText } from "../report/table.ts";
import { aboutField } from "../setting/fields.ts";
import { PRESETS } from "../setting/presets.ts";
import { SUPPORTS, settingSchema } from "../setting/setting.ts";
import { print, write } from "./output.ts";

/** Arguments, options and action of `adamcheck presets`. */
export function presetsCommand(command: Command): void {
  command.option("--json", "print them as JSON", false).action(({ json }: { json: boolean }) => {
    const presets = Object.entries(PRESETS);
    if (json) {
      const settings = Object.fromEntries(
        presets.map(([name, { about: text, setting }]) => [name, { about: text, setting }]),
      );
      write(`${JSON.stringify(settings)}\n`);
      return;
    }
    const keys = Object.keys(settingSchema.shape) as (keyof typeof settingSchema.shape)[];
    const rows = keys.map((key) => {
      const { meaning, unit, range } = aboutField(settingSchema.shape[key]);
      const shown = presets.map(([, { setting }]) => String({ supports: SUPPORTS[0], ...setting }[key]));
      return [key, ...shown, meaning, unit, range];
    });
    print(`${toText({ head: ["", ...presets.map(([name]) => name), "meaning", "unit", "range"], rows })}\n`);
    for (const [name, { about: text }] of presets) print(`${name}: ${text}\n`);
  });
}
