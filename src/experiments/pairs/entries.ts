import { isObject } from "../../setting/isObject.ts";
import type { Cell } from "../sweep/column.ts";
import { AXES } from "../sweep/columns.ts";
import { textOfList } from "../sweep/listText.ts";
import { textHash } from "../textHash.ts";
import type { Ended } from "./side.ts";

/** Columns, by where their values stand in a run file. */
const COLUMNS_AT = new Map([...AXES.values()].map((column) => [column.path.join("."), column]));
/** What is long, or of no number: told by its hash. */
const WHOLE = ["start", "batches", "load", "metricsFrom", "settingFrom"];
/** What pairs share, and what results do not depend on. */
const ASIDE = ["seed"];

function* leaves(value: unknown, path: string): Generator<[string, Cell]> {
  const list = COLUMNS_AT.get(path)?.list;
  if (list && Array.isArray(value)) yield [path, textOfList(list, value)];
  else if (isObject(value) && !WHOLE.includes(path)) {
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
  return new Map(all.map(([path, value]) => [COLUMNS_AT.get(path)?.name ?? path, value]));
}
