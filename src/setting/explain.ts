import { InputError, show } from "./inputError.ts";
import { advice } from "./nearest.ts";
import type * as z from "./zod.ts";

const at = (input: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);

const spell = (path: readonly PropertyKey[]) =>
  path.map((key, k) => (typeof key === "number" ? `[${key}]` : `${k === 0 ? "" : "."}${String(key)}`)).join("");

/**
 * The first thing wrong with an input, as one sentence.
 *
 * @param error what zod found
 * @param input what it was given
 * @param whole what the input is as a whole
 * @returns an error that names the field, the rule and the value
 */
export function explain(error: z.ZodError, input: unknown, whole = "run"): InputError {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown];
  const name = spell(path) || `the ${whole}`;
  const value = at(input, path);
  if (unknown.length > 0) {
    const owner = spell(issue.path) || `a ${whole}`;
    return new InputError(
      `${name} must be a known key of ${owner}, but is not (its value is ${show(value)}); remove it or correct its spelling`,
    );
  }
  // zod's own words where no rule of ours was given: a number or list stands where an object belongs.
  const rule = issue.message.startsWith("must") ? issue.message : "must be an object";
  const names = rule.startsWith("must be one of")
    ? [...rule.matchAll(/"([^"]+)"/g)].map(([, known]) => known as string)
    : [];
  return new InputError(
    `${name} ${rule}, but is ${show(value)}; ${value === undefined ? "add it" : advice(value, names)}`,
  );
}
