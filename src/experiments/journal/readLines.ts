import { closeSync, openSync, readSync } from "node:fs";

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** A line of a file, as bytes. */
export interface RawLine {
  /** Without the end of line; valid until the next one is asked for. */
  readonly bytes: Buffer;
  /** Where in the file it begins. */
  readonly offset: number;
  /** Whether an end of line follows. */
  readonly ended: boolean;
}

/**
 * Reads the lines of a file, holding no more of it than a piece at a time.
 *
 * @param path of the file
 * @param from where in it a line begins
 * @returns a generator of its lines that are not empty
 * @throws the file system's error
 */
export function* readLines(path: string, from = 0): Generator<RawLine, void> {
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
