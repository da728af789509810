import { parseSeeds } from "../experiments/seeds.ts";
import { InputError, show } from "../setting/inputError.ts";
import { mustName } from "../setting/nearest.ts";
import * as z from "../setting/zod.ts";

/** Seeds as plans have them: "1-20", 3, or a list. */
export type Seeds = string | number | readonly (string | number)[];

/** The field `seeds` of a schema: what `parseSeeds` reads. */
export const SEEDS = z
  .custom<Seeds>((value) => value !== undefined, { error: "must be seeds such as 1-20" })
  .optional();

/** Seeds that were given, or the usual ones. */
export const seedsFrom = (given: Seeds | undefined, usual: string, field = "seeds"): number[] =>
  parseSeeds(given ?? usual, field);

/** An exact rational: 6, 6.5 or "13/2". */
export type Rational = string | number;

const RATIONAL = /^\s*(\d+(\.\d+)?)(?:\/(\d+))?\s*$/;

/**
 * A rational as text, which is exact.
 *
 * @param field its name, for errors
 * @param given 6, 6.5 or "13/2"
 * @returns its text
 * @throws InputError for anything else
 * @example
 * rationalText("D", "13/2") // => "13/2"
 * rationalText("D", 6.5) // => "6.5"
 */
export function rationalText(field: string, given: Rational): string {
  const text = String(given);
  const [, top, , bottom = "1"] = RATIONAL.exec(text) ?? [];
  if (top !== undefined && Number(bottom) > 0) return text;
  throw new InputError(
    `${field} must be a number or fraction such as 6, 6.5 or 13/2, but is ${show(given)}; correct it`,
  );
}

/** The value of `rationalText`. */
export function rationalValue(field: string, given: Rational): number {
  const [top, bottom = "1"] = rationalText(field, given).split("/") as [string, string?];
  return Number(top) / Number(bottom);
}

/**
 * Integers of a list, each once.
 *
 * @param field its name, for errors
 * @param given one or several
 * @param least that one may be
 * @param most that one may be
 * @returns the list
 * @throws InputError for anything else
 * @example
 * integersOf("q", [3, 4, 3], 3) // => [3, 4]
 */
export function integersOf(
  field: string,
  given: number | readonly number[],
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number[] {
  const list = [given].flat();
  for (const value of list) {
    if (Number.isSafeInteger(value) && value >= least && value <= most) continue;
    const range = most === Number.MAX_SAFE_INTEGER ? `>= ${least} (below 2^53)` : `from ${least} to ${most}`;
    throw new InputError(`${field} must be an integer ${range}, but is ${show(value)}; correct it`);
  }
  if (list.length === 0) throw new InputError(`${field} must have one integer or more, but has none; add one`);
  return [...new Set(list)];
}

/** The field of a list of integers, checked by `integersOf`. */
export const INTEGERS = z
  .custom<number | readonly number[]>((value) => typeof value === "number" || Array.isArray(value), {
    error: "must be an integer or a list of integers",
  })
  .optional();

/** The field of a rational, checked by `rationalText`. */
export const RATIONAL_FIELD = z
  .custom<Rational>((value) => typeof value === "number" || typeof value === "string", {
    error: "must be a number or fraction such as 6, 6.5 or 13/2",
  })
  .optional();

/** The field of values by name, such as { D: 6, beta: "1/2" }. */
export const BY_NAME = z
  .custom<Readonly<Record<string, string | number>>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    { error: "must be an object of values by name" },
  )
  .optional();

/** Values by name as texts. */
export const textsOf = (given: Readonly<Record<string, string | number>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));

/**
 * Positive numbers by names that exist.
 *
 * @param field that has them
 * @param given values by name
 * @param names that exist
 * @param numberOf a value of that name; itself unless given
 * @returns the numbers by name
 * @throws InputError for an unknown name, and for what is no number > 0
 * @example
 * positivesOf("constants", { cS: 2 }, ["cS", "cM"]) // => { cS: 2 }
 */
export function positivesOf<T>(
  field: string,
  given: Readonly<Record<string, T>>,
  names: readonly string[],
  numberOf: (name: string, value: T) => unknown = (_, value) => value,
): Record<string, number> {
  const numbers = Object.entries(given).map(([name, value]): [string, number] => {
    mustName(field, name, names);
    const number = numberOf(name, value);
    if (typeof number === "number" && number > 0 && number < Infinity) return [name, number];
    throw new InputError(`${name} must be a finite number > 0, but is ${show(value)}; correct it`);
  });
  return Object.fromEntries(numbers);
}
