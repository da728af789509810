import { closeSync, openSync, readSync } from "node:fs";
import { isPacked, unpackedBytes } from "../packed.ts";
import type { Unpack } from "./unpacker.ts";

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** A line of a file, as bytes. */
export interface RawLine {
  /** Without the end of line; valid until the next one is asked for. */
  readonly bytes: Buffer;
  /** Where in the file, unpacked, it begins. */
  readonly offset: number;
  /** Whether an end of line follows. */
  readonly ended: boolean;
}

function* linesOf(bytes: Buffer, from: number): Generator<RawLine, void> {
  for (let start = from; start < bytes.length; ) {
    const at = bytes.indexOf(NEWLINE, start);
    const end = at < 0 ? bytes.length : at;
    if (end > start) yield { bytes: bytes.subarray(start, end), offset: start, ended: at >= 0 };
    start = end + 1;
  }
}

/**
 * Reads the lines of a file, holding no more of it than a piece at a time, but all of one that is packed.
 *
 * @param path of the file
 * @param from where in it, unpacked, a line begins
 * @param unpack gives the bytes of a packed file
 * @returns a generator of its lines that are not empty
 * @throws the file system's error, and `unpack`'s
 */
export function* readLines(path: string, from = 0, unpack: Unpack = unpackedBytes): Generator<RawLine, void> {
  if (isPacked(path)) return yield* linesOf(unpack(path), from);
  const file = openSync(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(CHUNK);
    let held = 0;
    let offset = from;
    for (;;) {
      if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * held);
      const read = readSync(file, buffer, held, buffer.length - held, offset + held);
      if (read === 0) break;
      const end = held + read;
      let start = 0;
      for (let at = buffer.indexOf(NEWLINE, held); at >= 0 && at < end; at = buffer.indexOf(NEWLINE, start)) {
        if (at > start) yield { bytes: buffer.subarray(start, at), offset: offset + start, ended: true };
        start = at + 1;
      }
      buffer.copyWithin(0, start, end);
      held = end - start;
      offset += start;
    }
    if (held > 0) yield { bytes: buffer.subarray(0, held), offset, ended: false };
  } finally {
    closeSync(file);
  }
}
