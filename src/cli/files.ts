import "../data/images/files.ts";
import { readingAdvice, unpackedText } from "../experiments/packed.ts";
import { reason } from "../experiments/reason.ts";
import { dataFrom } from "../setting/dataFrom.ts";
import { InputError } from "../setting/inputError.ts";
import { besideFile } from "./besideFile.ts";

const nameOf = (path: string) => (path === "-" ? "standard input" : path);

/**
 * Reads a text file, packed by gzip or not, or standard input for "-".
 *
 * @param path as the user gave it
 * @returns its text, without a byte order mark
 * @throws InputError if it cannot be read
 */
export function readText(path: string): string {
  try {
    return unpackedText(path === "-" ? 0 : path);
  } catch (error) {
    throw new InputError(
      `${nameOf(path)} must be a readable file, but reading it gave ${reason(error)}; ${readingAdvice(error)}`,
    );
  }
}

/**
 * Reads a file with data, or standard input for "-".
 *
 * @param path as the user gave it
 * @returns the value of its YAML 1.2, of which JSON is a part; images that a run names are looked for beside the file
 * @throws InputError if it cannot be read or parsed, or has a key twice
 */
export function readData(path: string): unknown {
  const name = nameOf(path);
  const text = readText(path);
  if (text.trim() === "")
    throw new InputError(
      `${name} must hold JSON or YAML, but is empty; see "adamcheck simulate --help" for an example`,
    );
  const data = dataFrom(text, name);
  return path === "-" ? data : besideFile(data, path);
}
