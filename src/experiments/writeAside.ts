import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a whole file so that its name never holds half of it: beside it first, synced, then renamed.
 *
 * @param path the file; an older one is replaced in one step
 * @param content text, or bytes
 * @throws the file system's error, the file aside removed
 */
export function writeAside(path: string, content: string | Uint8Array): void {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(aside, "w");
    try {
      // All of it: a single write stops without an error where the disk is full in the middle.
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (error) {
    try {
      rmSync(aside, { force: true });
    } catch {
      // The first error says why.
    }
    throw error;
  }
}
