import { positivesOf } from "../library/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import { numberFrom } from "./numbers.ts";

/**
 * Pairs of an option that takes name=value several times.
 *
 * @param option its name, for errors
 * @param pairs as given; absent: none
 * @param example of a pair
 * @returns values by name
 * @throws InputError for what is no pair, and for a name given twice
 */
export function namedValues(option: string, pairs: readonly string[] = [], example: string): Record<string, string> {
  const values = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined || value === "") {
      throw new InputError(`${option} must be name=value, such as ${example}, but is ${show(pair)}; correct it`);
    }
    if (values.has(name)) {
      throw new InputError(`${name} must be given once, but is given again as ${show(value)}; keep one`);
    }
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

/**
 * Positive numbers of an option that takes name=value several times.
 *
 * @param option its name, for errors
 * @param pairs as given; absent: none
 * @param example of a pair
 * @param names that exist
 * @returns numbers by name
 * @throws InputError for what is no pair, an unknown name, one given twice, or no number > 0
 */
export const namedNumbers = (
  option: string,
  pairs: readonly string[] | undefined,
  example: string,
  names: readonly string[],
): Record<string, number> => positivesOf(option, namedValues(option, pairs, example), names, numberFrom);
