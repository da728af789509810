import { closeSync, openSync, readSync } from "node:fs";
import type { Place } from "./indexLines.ts";

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

/**
 * Reads lines of several files in another order than theirs, keeping the last files open.
 *
 * @returns the reader
 */
export function newPlaceReader(): PlaceReader {
  const files = new Map<string, number>();

  function fileOf(part: string): number {
    const known = files.get(part);
    if (known !== undefined) return known;
    const [oldest] = files;
    if (oldest && files.size >= OPEN) {
      closeSync(oldest[1]);
      files.delete(oldest[0]);
    }
    const file = openSync(part, "r");
    files.set(part, file);
    return file;
  }

  return {
    hold(parts) {
      for (const part of parts) fileOf(part);
    },
    read({ part, offset, length }) {
      const bytes = Buffer.allocUnsafe(length);
      const read = readSync(fileOf(part), bytes, 0, length, offset);
      if (read < length) throw new Error(`${part} has become shorter since it was indexed`);
      return bytes;
    },
    close() {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}
