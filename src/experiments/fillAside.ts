import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";

/**
 * Lets a file be filled beside its name, which never holds half of it: synced, then renamed.
 *
 * @param path the file; an older one is replaced in one step
 * @param fill writes the file of the path it is given
 * @throws what `fill` or the file system throws, the file aside removed
 */
export async function fillAside(path: string, fill: (aside: string) => void | Promise<void>): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    await fill(aside);
    const file = openSync(aside, "r+");
    fsyncSync(file);
    closeSync(file);
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
