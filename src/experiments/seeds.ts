import { InputError, show } from "../setting/inputError.ts";

const MOST = 10000;
const SEED = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/;

/** What is wrong with a text that is neither a seed nor a range. */
function refusal(text: string, option: string): InputError {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  const rule =
    value < 0 ? "integers from 0" : Number.isFinite(value) ? "integers" : "integers and ranges such as 1-20 or 1,3,5-8";
  return new InputError(`${option} must be ${rule}, but has ${show(text)}; correct it`);
}

/** The seeds of one part: a number, or a range. */
function seedsIn(text: string, option: string): number[] {
  const [, from, to = from] = SEED.exec(text) ?? [];
  if (from === undefined || to === undefined) throw refusal(text, option);
  const [first, last] = [Number(from), Number(to)];
  const large = [from, to].find((_, k) => !Number.isSafeInteger([first, last][k]));
  if (large !== undefined) throw new InputError(`${option} must be below 2^53, but has ${large}; correct it`);
  if (last < first) throw new InputError(`${option} must have rising ranges, but has ${text.trim()}; turn it around`);
  if (last - first >= MOST) throw tooMany(last - first + 1, option);
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

const tooMany = (count: number, option: string) =>
  new InputError(`${option} must be at most ${MOST} seeds, but are ${count}; leave some out`);

/**
 * Reads seeds such as "1-20" or "1,3,5-8", or a list of them.
 *
 * @param given numbers and ranges from 0 to 2^53 - 1: a text, separated by commas, a number, or a list of both
 * @param option its name, for the error
 * @returns the seeds in the order given, which may be any
 * @throws InputError that names the one thing that is wrong: no integer, out of range, a falling range, too many, one that is there twice
 * @example
 * parseSeeds("1-3,7", "--seeds") // => [1, 2, 3, 7]
 * parseSeeds([9007199254740991, 5], "seeds") // => [9007199254740991, 5]
 */
export function parseSeeds(given: unknown, option: string): number[] {
  const parts = [given].flat().flatMap((part) => (typeof part === "string" ? part.split(",") : show(part)));
  if (parts.length === 0) throw new InputError(`${option} must be one seed or more, but are none; add one`);
  const seeds = parts.flatMap((part) => seedsIn(part, option));
  if (seeds.length > MOST) throw tooMany(seeds.length, option);
  const seen = new Set<number>();
  const twice = seeds.find((seed) => seen.size === seen.add(seed).size);
  if (twice === undefined) return seeds;
  throw new InputError(`${option} must be there once each, but ${twice} is there twice; remove one`);
}
