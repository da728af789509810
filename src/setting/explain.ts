import type { z } from "zod";
import { InputError, show } from "./inputError.ts";

const at = (input: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);

const spell = (path: readonly PropertyKey[]) =>
  path.map((key, k) => (typeof key === "number" ? `[${key}]` : `${k === 0 ? "" : "."}${String(key)}`)).join("");

/**
 * The first thing wrong with an input, as one sentence.
 *
 * @param error what zod found
 * @param input what it was given
 * @returns an error that names the field, the rule and the value
 */
export function explain(error: z.ZodError, input: unknown): InputError {
  const issue = error.issues[0] as z.core.$ZodIssue;
  const name = spell(issue.path) || "the run";
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return new InputError(`${name} has the unknown key ${keys}; remove it or correct its spelling`);
  }
  const value = at(input, issue.path);
  if (issue.code === "invalid_type" && !issue.message.startsWith("must")) {
    return new InputError(
      `${name} must be ${issue.expected === "object" ? "an object" : `of type ${issue.expected}`}, but is ${show(value)}`,
    );
  }
  return new InputError(`${name} ${issue.message}, but is ${show(value)}`);
}
