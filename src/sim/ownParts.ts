import { OWN_DATA } from "../data/own.ts";
import { type Origin, originOf } from "../optimizers/origin.ts";
import type { Setting } from "../setting/setting.ts";
import { OWN_ACTIVATIONS } from "./activations/own.ts";

/** What a setting may name of a user's own, each with its registry. */
const PARTS = { activation: OWN_ACTIVATIONS, data: OWN_DATA } as const;

/** A key of a setting that may name something of a user's own. */
export type PartKey = keyof typeof PARTS;
export const PART_KEYS = Object.keys(PARTS) as PartKey[];

/** The names that a setting may have of a user's own. */
export type Parts = Pick<Setting, "activation" | "data">;

/** The name that a setting has of a part; undefined where it has none, or data that are files. */
const nameIn = (setting: Parts, key: PartKey): string | undefined => {
  const given = setting[key];
  return typeof given === "string" ? given : undefined;
};

/** The names of a user's own that a setting has, each with its key. */
export const namesIn = (setting: Parts): readonly { readonly kind: PartKey; readonly name: string }[] =>
  PART_KEYS.flatMap((kind) => {
    const name = nameIn(setting, kind);
    return name !== undefined && isOwn(kind, name) ? [{ kind, name }] : [];
  });

/** Whether a name is that of something of a user's own. */
export const isOwn = (key: PartKey, name: string): boolean => PARTS[key].printOf(name) !== undefined;

/** The files that parts of a setting come from, in the order of `PART_KEYS`; none for ours, and for what a script has defined in its own process. */
const originsOf = (setting: Parts): Origin[] =>
  namesIn(setting).flatMap(({ kind, name }) => originOf(name, kind) ?? []);

/** The hashes of the code that parts of a setting come from, each once. */
export const partHashes = (setting: Parts): string[] => [...new Set(originsOf(setting).map(({ sha256 }) => sha256))];

/** What a result says of the files that parts of its setting come from; nothing where none is of a user's own. */
export function settingFrom(setting: Parts): { readonly settingFrom?: readonly Origin[] } {
  const from = [...new Map(originsOf(setting).map((origin) => [origin.sha256, origin])).values()];
  return from.length === 0 ? {} : { settingFrom: from };
}

/** What tells a setting's own parts from others of their names, for each that it has; nothing where it has none. */
export function partPrints(setting: Parts): { readonly parts?: readonly string[] } {
  const parts = PART_KEYS.flatMap((key) => PARTS[key].printOf(nameIn(setting, key) ?? "") ?? []);
  return parts.length === 0 ? {} : { parts };
}
