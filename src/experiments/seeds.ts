import { InputError, show } from "../setting/inputError.ts";

const LIMIT = 10000;

/**
 * Reads a list of seeds such as "1-20" or "1,3,5-8".
 *
 * @param text numbers and ranges, separated by commas
 * @param option its name, for the error
 * @returns the seeds in the order given, each once
 * @throws InputError
 * @example
 * parseSeeds("1-3,7", "--seeds") // => [1, 2, 3, 7]
 */
export function parseSeeds(text: string, option: string): number[] {
  const wrong = () =>
    new InputError(
      `${option} must be integers and rising ranges such as 1-20 or 1,3,5-8 (at most ${LIMIT} seeds), but is ${show(text)}; correct it`,
    );
  const seeds = text.split(",").flatMap((part) => {
    const match = /^\s*(\d{1,15})(?:-(\d{1,15}))?\s*$/.exec(part);
    if (!match) throw wrong();
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first || last - first >= LIMIT) throw wrong();
    return Array.from({ length: last - first + 1 }, (_, k) => first + k);
  });
  if (seeds.length > LIMIT) throw wrong();
  return [...new Set(seeds)];
}
