import { basename } from "node:path";

/** Where a check or claim was made, as an error would tell it. */
export const stackHere = (): string => new Error("here").stack ?? "";

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
