import { PRESETS } from "../setting/presets.ts";
import type { Setting } from "../setting/setting.ts";
import { named } from "./named.ts";

/**
 * The setting that --preset names.
 *
 * @param name as given
 * @returns its setting
 * @throws InputError if there is none of this name
 */
export function presetSetting(name: string): Setting {
  return named("--preset", PRESETS, name).setting;
}
