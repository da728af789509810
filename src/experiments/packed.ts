import { constants } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const ENDING = ".gz";

/** Bytes that a packed file may have unpacked. */
const MOST_BYTES = 2 ** 30;

/** That a packed file is there and cannot be unpacked. */
class PackedError extends Error {
  /** What to do, as a sentence ends with it. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

/** Whether a file is one that gzip has packed, by its name. */
export const isPacked = (path: string): boolean => path.endsWith(ENDING);

/** Where gzip puts a file that it packs. */
export const packedName = (path: string): string => `${path}${ENDING}`;

/** The name of a file before gzip packed it; of one that it has not packed its own. */
export const plainName = (path: string): string => (isPacked(path) ? path.slice(0, -ENDING.length) : path);

/**
 * The files with JSON in a folder, packed by gzip or not; of one that is there both ways the plain one, as `placeOf`.
 *
 * @param names of all files there
 * @returns theirs, in the same order
 * @example
 * jsonNames(["a.json", "a.json.gz", "b.json.gz", "c.csv"]) // => ["a.json", "b.json.gz"]
 */
export const jsonNames = (names: readonly string[]): string[] =>
  names.filter((name) => plainName(name).endsWith(".json") && !(isPacked(name) && names.includes(plainName(name))));

/**
 * Where a file lies that may have been packed: itself, which goes first as what was written last, or beside it with .gz.
 *
 * @param path of the file, without .gz
 * @returns the path, with .gz where that alone is there
 * @example
 * placeOf("nowhere/runs.ndjson") // => "nowhere/runs.ndjson"
 */
export const placeOf = (path: string): string =>
  !existsSync(path) && existsSync(packedName(path)) ? packedName(path) : path;

/**
 * The bytes of a file, packed by gzip or not; what it begins with tells, not its name.
 *
 * @param path of the file, with .gz or without (see `placeOf`), or 0 for standard input
 * @param most bytes it may have unpacked
 * @returns its bytes, unpacked
 * @throws the file system's error; PackedError where it is cut off or altered, or too large
 * Source: RFC 1952.
 */
export function unpackedBytes(path: string | 0, most: number = MOST_BYTES): Buffer {
  const place = path === 0 ? path : placeOf(path);
  const bytes = readFileSync(place);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const large = code === "ERR_BUFFER_TOO_LARGE";
    const why = large ? `more than ${most} bytes unpacked` : message;
    throw new PackedError(
      `"${why}" where gzip unpacks ${place === 0 ? "it" : place}`,
      large ? "take a smaller one" : "it is damaged: make it again",
    );
  }
}

/** What to do where a file that may be packed cannot be read. */
export const readingAdvice = (error: unknown, other = "check the path"): string =>
  error instanceof PackedError ? error.advice : other;

/** The text of a file, packed by gzip or not, without a byte order mark; see `unpackedBytes`. It may have as many bytes as a string has letters. */
export const unpackedText = (path: string | 0): string =>
  unpackedBytes(path, constants.MAX_STRING_LENGTH)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
