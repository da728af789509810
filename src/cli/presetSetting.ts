import { InputError, show } from "../setting/inputError.ts";
import { PRESETS } from "../setting/presets.ts";
import type { Setting } from "../setting/setting.ts";

/**
 * The setting that --preset names.
 *
 * @param name as given
 * @returns its setting
 * @throws InputError if there is none of this name
 */
export function presetSetting(name: string): Setting {
  const found = Object.hasOwn(PRESETS, name) ? PRESETS[name]?.setting : undefined;
  if (found) return found;
  throw new InputError(`--preset must be one of ${Object.keys(PRESETS).join(", ")}, but is ${show(name)}; correct it`);
}
