import { basename } from "node:path";

/** Where checks were made, as an error there would tell it. */
const places = new WeakMap<object, string>();

/** Notes where a check is made: in the code that calls what calls this. */
export function madeHere<T extends object>(check: T): T {
  places.set(check, new Error("made here").stack ?? "");
  return check;
}

/** Where a check was made, if it was noted. */
export const madeAt = (check: object): string | undefined => places.get(check);

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A file, with the line where something in it went wrong, as far as one of several stacks tells it.
 *
 * @param file of a user's, as it was named
 * @param stacks of errors, the most telling first
 * @returns such as "./lemma.ts:7"; the file alone where no stack knows it
 * Source: ours; jiti keeps the lines of what it compiles.
 */
export function placeIn(file: string, ...stacks: readonly (string | undefined)[]): string {
  const line = new RegExp(`${escaped(basename(file))}:(\\d+)`);
  const found = stacks.flatMap((stack) => line.exec(stack ?? "")?.[1] ?? []);
  return found[0] === undefined ? file : `${file}:${found[0]}`;
}
