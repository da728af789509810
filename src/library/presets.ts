import { PRESETS, type Preset } from "../setting/presets.ts";

/**
 * The settings that have a name.
 *
 * @returns by name: what it is about, and its numbers
 * Source: [T25] D.2, [Z21], and ours.
 * @example
 * presets().paper.setting.n // => 200
 */
export const presets = (): Readonly<Record<string, Preset>> => structuredClone(PRESETS);
