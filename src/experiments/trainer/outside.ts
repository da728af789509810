import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type Origin, plainName } from "../../optimizers/origin.ts";
import { InputError } from "../../setting/inputError.ts";
import { reason } from "../reason.ts";

/** Which trainer of a user's own gave a result. */
export interface Outside {
  /** The command as it was given, a word each. */
  readonly command: readonly string[];
  /** The files that the command names, in its order, then those that the trainer says it depends on. */
  readonly files: readonly Origin[];
}

const CHUNK = 1 << 20;

/** SHA-256 of a file, read piece by piece. */
function digest(path: string): string {
  const sum = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      sum.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return sum.digest("hex");
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** A word of a command that names a file here; the program itself only where it is told with its folder, as the rest is looked up elsewhere. */
const namesFile = (word: string, k: number): boolean =>
  (k > 0 || word.includes("/")) && word.length < 4096 && !word.includes("\0") && isFile(word);

/**
 * What tells a trainer from another one: its command and the bytes of the files that it is made of.
 *
 * @param command words
 * @param files that the trainer says it depends on
 * @returns the command, and name and SHA-256 of each file
 * @throws InputError where a file cannot be read
 * Source: ours.
 */
export function outsideOf(command: readonly string[], files: readonly string[] = []): Outside {
  const paths = [...new Set([...command.filter(namesFile), ...files])];
  return {
    command: [...command],
    files: paths.map((path) => {
      try {
        return { file: plainName(basename(path)), sha256: digest(path) };
      } catch (error) {
        throw new InputError(
          `trainer must be made of files that can be read, but reading ${path} gave ${reason(error)}; check the path`,
        );
      }
    }),
  };
}
