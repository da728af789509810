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
 * An integer.
 *
 * @param name of the option, for errors
 * @param text as given
 * @param least that it may be
 * @param most that it may be
 * @returns its value
 * @throws InputError for anything else
 */
export function integerFrom(name: string, text: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = numberFrom(name, text.trim());
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? `>= ${least} (below 2^53)` : `from ${least} to ${most}`;
    throw new InputError(`${name} must be an integer ${range}, but is ${show(text)}; correct it`);
  }
  return value;
}

/** Integers of a list such as 3,4,5, each once; as `integerFrom`. */
export const integersFrom = (name: string, text: string, least: number, most?: number): number[] => [
  ...new Set(text.split(",").map((part) => integerFrom(name, part, least, most))),
];

/**
 * A rational such as 6, 6.5 or 13/2.
 *
 * @param name of the option, for errors
 * @param text as given
 * @returns its value; the text is what is exact
 * @throws InputError for anything else
 */
export function rationalFrom(name: string, text: string): number {
  const [, top, , bottom = "1"] = /^\s*(\d+(\.\d+)?)(?:\/(\d+))?\s*$/.exec(text) ?? [];
  if (top === undefined || Number(bottom) === 0) {
    throw new InputError(
      `${name} must be a number or fraction such as 6, 6.5 or 13/2, but is ${show(text)}; correct it`,
    );
  }
  return Number(top) / Number(bottom);
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
