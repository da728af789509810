import { statSync } from "node:fs";
import { unpackedBytes } from "../packed.ts";

/** Gives the bytes of a packed file. */
export type Unpack = (path: string) => Buffer;

/**
 * Unpacks files, each once as long as it stays the same: lines are read one by one, and gzip cannot begin in the middle.
 *
 * @returns what gives the bytes of a file and holds them
 */
export function newUnpacker(): Unpack {
  const held = new Map<string, { readonly same: string; readonly bytes: Buffer }>();
  return (path) => {
    const { ino, size, mtimeMs } = statSync(path);
    const same = [ino, size, mtimeMs].join();
    const known = held.get(path);
    if (known?.same === same) return known.bytes;
    const bytes = unpackedBytes(path);
    held.set(path, { same, bytes });
    return bytes;
  };
}
