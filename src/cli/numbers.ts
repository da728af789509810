import { rationalValue } from "../library/fields.ts";
import { InputError, show } from "../setting/inputError.ts";

/**
 * What a text says, where there is one.
 *
 * @param text as given, or undefined
 * @param read what it says
 * @returns undefined where nothing was given
 */
export const ifGiven = <T>(text: string | undefined, read: (text: string) => T): T | undefined =>
  text === undefined ? undefined : read(text);

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

/** The value of a rational such as 6, 6.5 or 13/2, whose text is what is exact. */
export const rationalFrom: (name: string, text: string) => number = rationalValue;

/** A number above 0; as `numberFrom`. */
export function positiveFrom(name: string, text: string): number {
  const value = numberFrom(name, text);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new InputError(`${name} must be a finite number > 0, but is ${show(text)}; correct it`);
  }
  return value;
}
