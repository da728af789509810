import { InputError, show } from "../setting/inputError.ts";

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
 * A number as people write it; Number() would also take "", " " and "0x10".
 *
 * @param name of what it is, for errors
 * @param text as given
 * @returns its value
 * @throws InputError for anything else
 */
export function numberFrom(name: string, text: string): number {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    throw new InputError(`${name} must be a decimal number, but is ${show(text)}; correct it`);
  }
  return Number(text);
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
export function namedNumbers(
  option: string,
  pairs: readonly string[] | undefined,
  example: string,
  names: readonly string[],
): Record<string, number> {
  const values = Object.entries(namedValues(option, pairs, example)).map(([name, text]): [string, number] => {
    if (!names.includes(name)) {
      throw new InputError(`${option} must name one of ${names.join(", ")}, but is ${show(name)}; correct it`);
    }
    const value = numberFrom(name, text);
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new InputError(`${name} must be a finite number > 0, but is ${show(text)}; correct it`);
    }
    return [name, value];
  });
  return Object.fromEntries(values);
}
