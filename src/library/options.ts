import type { CheckpointOptions } from "../experiments/checkpoint/keeping.ts";
import { explain } from "../setting/explain.ts";
import { integerBetween, positive } from "../setting/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import { advice } from "../setting/nearest.ts";
import * as z from "../setting/zod.ts";

/** What everything takes that may take long. */
export interface LongOptions {
  /** Once aborted, the work stops at the next place where nothing is lost; what is known by then is the result. */
  readonly signal?: AbortSignal | undefined;
  /** Told the share done, in [0, 1]. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** What a training takes besides its run. */
export interface TrainingOptions extends LongOptions {
  /**
   * Where it is written on its way how far the training has come: from there the same call goes on to the same bytes. A place has `read()`, which gives what
   * `write(bytes)` was given last; `checkpointFile(path)` makes one of a file. Nothing that was recorded before is given to `onRecord` again.
   */
  readonly checkpoint?: CheckpointOptions | undefined;
}

/** What everything takes that runs in several threads. */
export interface ParallelOptions extends LongOptions {
  /** Threads, 1 to 256; one a core unless given. Results do not depend on it. */
  readonly jobs?: number | undefined;
}

const field = <T>(rule: string, holds: (value: unknown) => boolean) =>
  z.custom<T>(holds, { error: `must be ${rule}` }).optional();

export const callback = <T>() => field<T>("a function", (value) => typeof value === "function");
export const flag = () => field<boolean>("true or false", (value) => typeof value === "boolean");
export const text = () => field<string>("a text", (value) => typeof value === "string");
export const texts = () =>
  field<readonly string[]>(
    "a list of texts",
    (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  );
export const command = () =>
  field<string | readonly string[]>(
    "a command: a text, or a list of words",
    (value) => typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string")),
  );
export const signal = () => field<AbortSignal>("an AbortSignal", (value) => value instanceof AbortSignal);
export const anything = <T>() => field<T>("given", () => true);

/** One of the words that a record knows, or a list names. */
export const word = <T extends string>(names: readonly T[]) =>
  field<T>(`one of ${names.map((name) => `"${name}"`).join(", ")}`, (value) => names.includes(value as T));

/** A list of words that a list names. */
export const wordsOf = <T extends string>(names: readonly T[]) =>
  field<readonly T[]>(
    `a list of ${names.map((name) => `"${name}"`).join(", ")}`,
    (value) => Array.isArray(value) && value.every((one) => names.includes(one as T)),
  );

/** The fields of `LongOptions`, of `TrainingOptions` and of `ParallelOptions`, for a schema. */
export const LONG = { signal: signal(), onProgress: callback<(done: number) => void>() };
export const TRAINING = {
  ...LONG,
  checkpoint: field<CheckpointOptions>(
    "an object with read and write, such as checkpointFile gives",
    (value) => isObject(value) && typeof value.read === "function" && typeof value.write === "function",
  ),
};
export const PARALLEL = { ...LONG, jobs: integerBetween(1, 256, "threads", "none").optional() };
export const SECONDS = positive("the longest that a run may take", "s").optional();

/** An object without the keys whose value is undefined. */
export type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/**
 * What was given, without what was left undefined.
 *
 * @param given an object
 * @returns the same keys and values but for those that are undefined
 * @example
 * present({ jobs: 2, signal: undefined }) // => { jobs: 2 }
 */
export const present = <T extends object>(given: T): Present<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<T>;

interface Schema<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: z.ZodError };
}

/**
 * What a function was given, checked: the same sentences for a script as for a run file.
 *
 * @param schema a key a field
 * @param input as given
 * @param what it is as a whole
 * @returns what was given, defaults filled in, nothing undefined
 * @throws InputError for a key that is unknown, missing or wrong
 */
export function checked<T extends object>(schema: Schema<T>, input: unknown, what: string): Present<T> {
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) throw explain(parsed.error, input, what);
  return present(parsed.data);
}

/**
 * What a name stands for.
 *
 * @param field that has the name
 * @param known every name and what it stands for
 * @param name as given
 * @returns what it stands for
 * @throws InputError with the nearest name, where it stands for nothing
 * @example
 * byName("engine", { wasm: 1, reference: 2 }, "wasm") // => 1
 */
export function byName<T>(field: string, known: Readonly<Record<string, T>>, name: string): T {
  if (Object.hasOwn(known, name)) return known[name] as T;
  const names = Object.keys(known);
  throw new InputError(`${field} must be one of ${names.join(", ")}, but is ${show(name)}; ${advice(name, names)}`);
}

/**
 * The member of a registry that has a name; as `byName`.
 *
 * @param field that has the name
 * @param members each with its name
 * @param name as given
 * @returns the member
 * @throws InputError with the nearest name, where there is none
 * @example
 * memberNamed("shape", [{ name: "round", sides: 0 }, { name: "square", sides: 4 }], "square").sides // => 4
 */
export const memberNamed = <T extends { readonly name: string }>(
  field: string,
  members: readonly T[],
  name: string,
): T => byName(field, Object.fromEntries(members.map((member) => [member.name, member])), name);
