import { closeSync, openSync, readSync } from "node:fs";
import { isPacked, unpackedBytes } from "../packed.ts";
import type { Place } from "./indexLines.ts";
import type { Unpack } from "./unpacker.ts";

/** How many files are open at a time. */
const OPEN = 64;

/** Reads lines in any order. */
export interface PlaceReader {
  /** Opens files, so that their lines can be read also after another process has removed them; beyond 64 only the last ones. */
  hold(parts: Iterable<string>): void;
  /** The bytes of a line, without its end. */
  read(place: Place): Buffer;
  close(): void;
}

/** A file that lines are read from. */
interface OpenFile {
  /** Fills bytes with what there is from an offset on; returns how many there were. */
  read(bytes: Buffer, offset: number): number;
  close(): void;
}

function openPlain(path: string): OpenFile {
  const file = openSync(path, "r");
  return {
    read: (bytes, offset) => readSync(file, bytes, 0, bytes.length, offset),
    close: () => closeSync(file),
  };
}

const openBytes = (all: Buffer): OpenFile => ({
  read: (bytes, offset) => all.copy(bytes, 0, Math.min(offset, all.length)),
  close() {},
});

/**
 * Reads lines of several files in another order than theirs, keeping the last files open.
 *
 * @param unpack gives the bytes of a packed file
 * @returns the reader
 */
export function newPlaceReader(unpack: Unpack = unpackedBytes): PlaceReader {
  const files = new Map<string, OpenFile>();

  function fileOf(part: string): OpenFile {
    const known = files.get(part);
    if (known !== undefined) return known;
    const [oldest] = files;
    if (oldest && files.size >= OPEN) {
      oldest[1].close();
      files.delete(oldest[0]);
    }
    const file = isPacked(part) ? openBytes(unpack(part)) : openPlain(part);
    files.set(part, file);
    return file;
  }

  return {
    hold(parts) {
      for (const part of parts) fileOf(part);
    },
    read({ part, offset, length }) {
      const bytes = Buffer.allocUnsafe(length);
      const read = fileOf(part).read(bytes, offset);
      if (read < length) throw new Error(`${part} has become shorter since it was indexed`);
      return bytes;
    },
    close() {
      for (const file of files.values()) file.close();
      files.clear();
    },
  };
}
