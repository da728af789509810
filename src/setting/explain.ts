import { InputError, show } from "./inputError.ts";
import { named } from "./mustBe.ts";
import { advice } from "./nearest.ts";
import type * as z from "./zod.ts";

const at = (input: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);

const spell = (path: readonly PropertyKey[]) =>
  path.map((key, k) => (typeof key === "number" ? `[${key}]` : `${k === 0 ? "" : "."}${String(key)}`)).join("");

/** The sentence about a key that is none. */
const unknownKey = (name: string, owner: string, value: unknown, todo: string): InputError =>
  new InputError(`${name} must be a known key of ${owner}, but is not (its value is ${named(value)}); ${todo}`);

/**
 * Refuses keys that nothing reads.
 *
 * @param given an object
 * @param owner what it is, for errors
 * @param known keys
 * @throws InputError for another key whose value is not undefined, with the nearest
 */
export function mustKnowKeys(given: object, owner: string, known: readonly string[]): void {
  const [key, value] = Object.entries(given).find(([name, one]) => one !== undefined && !known.includes(name)) ?? [];
  if (key !== undefined) {
    throw unknownKey(key, owner, value, advice(key, known, "remove it or correct its spelling"));
  }
}

/** What is to be said of all that is wrong: the first, but of a missing key and an unknown one beside it, the unknown one, which it may be. */
function mainIssue([first, ...others]: readonly z.core.$ZodIssue[], input: unknown): z.core.$ZodIssue {
  const { path } = first as z.core.$ZodIssue;
  const missing = path.length > 0 && at(input, path) === undefined;
  const beside = ({ code, path: own }: z.core.$ZodIssue) =>
    code === "unrecognized_keys" && spell(own) === spell(path.slice(0, -1));
  return (missing && others.find(beside)) || (first as z.core.$ZodIssue);
}

/**
 * The first thing wrong with an input, as one sentence.
 *
 * @param error what zod found
 * @param input what it was given
 * @param whole what the input is as a whole, with its article: "the run"
 * @returns an error that names the field, the rule and the value
 */
export function explain(error: z.ZodError, input: unknown, whole = "the run"): InputError {
  const issue = mainIssue(error.issues, input);
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknown];
  const name = spell(path) || whole;
  const value = at(input, path);
  // zod's own words where no rule of ours was given: a number or list stands where an object belongs.
  const rule = issue.message.startsWith("must") ? issue.message : "must be an object";
  const names = rule.startsWith("must be one of")
    ? [...rule.matchAll(/"([^"]+)"/g)].map(([, known]) => known as string)
    : [];
  const [key] = unknown;
  if (key !== undefined) {
    const owner = spell(issue.path) || whole.replace(/^the /, "a ");
    return unknownKey(name, owner, value, advice(key, names, "remove it or correct its spelling"));
  }
  return new InputError(
    `${name} ${rule}, but is ${show(value)}; ${value === undefined ? "add it" : advice(value, names)}`,
  );
}
