import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";
import { InputError } from "../../setting/inputError.ts";
import type { Beginning, Records } from "./formats/format.ts";

/** Bytes that a file may have, packed or not: the largest EMNIST has half of it. */
export const MOST_BYTES = 2 ** 30;

/** What is looked at first. A packed beginning unpacks to some thousand times as much at most. */
const BEGINNING = 4096;

/** A file whose records are read where they are asked for; it is open until it is closed. */
export interface Source<R extends Records> {
  readonly records: R;
  /** Bytes from a place on, as they are unpacked. */
  read(at: number, length: number): Uint8Array;
  close(): void;
}

const refuse = (file: string, text: string, advice: string) => new InputError(`${file} must be ${text}; ${advice}`);

const bytesOf = ({ first, each, count }: Records): number => first + each * count;

function readInto(descriptor: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const read = readSync(descriptor, bytes, done, length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

const damaged = (file: string, { message }: Error) =>
  refuse(file, `a whole gzip file, but unpacking it gave "${message}"`, "fetch it again");

/** What a packed file begins with, as much as its first bytes tell. */
function unpackedBeginning(file: string, packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw damaged(file, error as Error);
  }
}

/** All of a packed file, if it has as many bytes as it says. */
function unpacked(file: string, place: string, most: number): Uint8Array {
  try {
    return gunzipSync(readFileSync(place), { maxOutputLength: most + 1 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw refuse(file, `at most ${most} bytes unpacked, but has more`, "check it");
    throw damaged(file, error as Error);
  }
}

/** Where a file is no file, or too large to be one of images. */
function sizeOf(file: string, place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isFile()) throw refuse(file, "a file of images or labels, but there is none", "check the path");
  if (found.size > MOST_BYTES) {
    throw refuse(file, `at most 1 GiB, but has ${found.size} bytes`, "cut it into several, or check that it is images");
  }
  return found.size;
}

/**
 * Opens a file of records, packed by gzip or not: its head and its size are checked, and nothing else is read.
 *
 * @param file as it was written, for errors
 * @param place its absolute path
 * @param records what a format makes of its beginning
 * @returns its records; the caller closes it
 * @throws InputError, one sentence, where it is missing, too large, another format, truncated, or longer than its head says
 * Source: ours.
 */
export function openRecords<R extends Records>(
  file: string,
  place: string,
  records: (beginning: Beginning) => R | string,
): Source<R> {
  const size = sizeOf(file, place);
  const read = (beginning: Beginning): R => {
    const found = records(beginning);
    if (typeof found === "string") throw refuse(file, found, "name another file, or another format");
    return found;
  };
  const mustHave = (found: R, length: number): void => {
    const due = bytesOf(found);
    if (found.count === 0) throw refuse(file, "of one record or more, but has none", "name another file");
    if (due === length) return;
    const rule = `${found.count} records of ${found.each} bytes as its head says, ${due} bytes in all`;
    throw refuse(file, `${rule}, but has ${length}`, length < due ? "it is cut off: fetch it again" : "check it");
  };
  let descriptor: number;
  try {
    descriptor = openSync(place, "r");
  } catch (error) {
    throw refuse(file, `readable, but opening it gave ${(error as NodeJS.ErrnoException).code}`, "check its rights");
  }
  try {
    const bytes = readInto(descriptor, 0, Math.min(size, BEGINNING));
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      const { count, ...said } = read({ bytes: unpackedBeginning(file, bytes), size: undefined });
      const most = Math.min(count > 0 ? bytesOf({ count, ...said }) : MOST_BYTES, MOST_BYTES);
      const all = unpacked(file, place, most);
      const found = read({ bytes: all, size: all.length });
      mustHave(found, all.length);
      closeSync(descriptor);
      return { records: found, read: (at, length) => all.subarray(at, at + length), close: () => {} };
    }
    const found = read({ bytes, size });
    mustHave(found, size);
    return {
      records: found,
      read: (at, length) => readInto(descriptor, at, length),
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}
