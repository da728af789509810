import { isObject } from "../../setting/isObject.ts";
import { AXES, type Cell } from "../sweep/columns.ts";
import { textHash } from "../textHash.ts";
import type { Ended } from "./side.ts";

/** Names of columns, by where their values stand in a run file. */
const NAMES = new Map([...AXES.values()].map(({ name, path }) => [path.join("."), name]));
/** What is long, or of no number: told by its hash. */
const WHOLE = ["start", "batches", "load", "metricsFrom", "settingFrom"];
/** What pairs share, and what results do not depend on. */
const ASIDE = ["seed"];

function* leaves(value: unknown, path: string): Generator<[string, Cell]> {
  if (isObject(value) && !WHOLE.includes(path)) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, path === "" ? key : `${path}.${key}`);
  } else if (Array.isArray(value) && !WHOLE.includes(path)) {
    for (const [k, inner] of value.entries()) yield* leaves(inner, `${path}.${k}`);
  } else if (typeof value === "number" || typeof value === "string") yield [path, value];
  else if (value !== undefined)
    yield [path, typeof value === "object" ? textHash(JSON.stringify(value)).slice(0, 8) : String(value)];
}

/**
 * Everything that a run file says, and the user's files that it was carried out with, but for the seed.
 *
 * @param run that has ended
 * @returns values by the names of the table of runs, or by their place in the run file where it has no column
 * Source: ours.
 */
export function entriesOf({ trial, more }: Ended): ReadonlyMap<string, Cell> {
  const { config, load, metricsFrom, settingFrom } = trial;
  const whole = { ...config, ...more, load, metricsFrom, settingFrom };
  const all = [...leaves(whole, "")].filter(([path]) => !ASIDE.includes(path));
  return new Map(all.map(([path, value]) => [NAMES.get(path) ?? path, value]));
}
