import { aboutField } from "../setting/fields.ts";
import { modelShape } from "../setting/modelShape.ts";
import type { Preset } from "../setting/presets.ts";
import { SUPPORTS, settingSchema } from "../setting/setting.ts";
import { toText } from "./text/toText.ts";

type Key = keyof typeof settingSchema.shape;

const isWider = (key: Key): boolean => Object.hasOwn(modelShape, key);
const KEYS = (Object.keys(settingSchema.shape) as Key[]).filter((key) => !isWider(key));
/** Keys with a name for a value: a sentence says them, since nearly all presets agree. */
const WORDS: readonly Key[] = ["labels", "supports"];

const valueOf = ({ setting }: Preset, key: Key): string => String({ supports: SUPPORTS[0], ...setting }[key]);

/** Which presets have which value of a key. */
function valuesText(key: Key, named: readonly (readonly [string, Preset])[]): string {
  const values = new Map<string, string[]>();
  for (const [name, preset] of named) {
    const value = valueOf(preset, key);
    values.set(value, [...(values.get(value) ?? []), name]);
  }
  const [usual, ...others] = [...values].sort(([, a], [, b]) => b.length - a.length);
  return [usual?.[0], ...others.map(([value, names]) => `${value} in ${names.join(" and ")}`)].join(", ");
}

/**
 * The settings that have a name, for people: what each is for, its numbers, and what the numbers mean.
 *
 * @param known by name
 * @param width of a line (default: no limit)
 * @returns text
 */
export function presetsText(known: Readonly<Record<string, Preset>>, width = Infinity): string {
  const named = Object.entries(known);
  const numbers = KEYS.filter((key) => !WORDS.includes(key));
  const longest = (names: readonly string[]) => Math.max(...names.map((name) => name.length));
  const item = (name: string, column: number, text: string) => `  ${name.padEnd(column)}  ${text}`;
  return [
    'Settings with a name, for --preset NAME and "preset" of a run file:',
    ...named.map(([name, { about }]) => item(name, longest(Object.keys(known)), about)),
    "",
    toText(
      {
        head: ["", ...numbers],
        rows: named.map(([name, preset]) => [name, ...numbers.map((key) => valueOf(preset, key))]),
      },
      width,
    ),
    "",
    "What the columns mean, and what a setting of your own may have:",
    ...KEYS.map((key) => {
      const { meaning, range } = aboutField(settingSchema.shape[key]);
      const values = WORDS.includes(key) ? `: ${valuesText(key, named)}` : `; ${range}`;
      return item(key, longest(KEYS), `${meaning}${values}`);
    }),
    "",
    "Keys beyond the papers' model (patches, activations, label noise): adamcheck simulate --help",
    "",
    "To see both in a second each, the feature learnt and then the noise memorized:",
    "  adamcheck simulate --preset small --lr 5e-4 --batch-size 2",
    "  adamcheck simulate --preset small --lr 5e-4 --batch-size 40",
    "",
  ].join("\n");
}
