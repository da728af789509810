import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * The file that a path stands for: where it is a link, what that leads to, which need not be there yet.
 *
 * @param path of a file or of a link
 * @returns the path of the file
 * @throws the file system's error, as for links in a circle
 */
export function fileAt(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    return isLink ? fileAt(resolve(realpathSync(dirname(path)), readlinkSync(path))) : path;
  }
}

/** A new empty file beside the one that a path stands for; nobody else has its name. */
function newAside(path: string): { readonly file: string; readonly aside: string } {
  const file = fileAt(path);
  const aside = `${file}.${randomUUID()}.tmp`;
  closeSync(openSync(aside, "wx"));
  return { file, aside };
}

/** Puts a whole file in the place of another. */
function install(aside: string, file: string): void {
  const handle = openSync(aside, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(aside, file);
}

function remove(aside: string): void {
  try {
    rmSync(aside, { force: true });
  } catch {
    // What failed before says why.
  }
}

/**
 * Writes a whole file so that its name never holds half of it: beside it first, synced, then renamed.
 *
 * @param path the file, or a link to it; an older one is replaced in one step
 * @param content text, or bytes
 * @throws the file system's error, the file aside removed
 */
export function writeAside(path: string, content: string | Uint8Array): void {
  const { file, aside } = newAside(path);
  try {
    // All of it: a single write stops without an error where the disk is full in the middle.
    writeFileSync(aside, content);
    install(aside, file);
  } catch (error) {
    remove(aside);
    throw error;
  }
}

/**
 * As `writeAside`, for a file that is filled by somebody else.
 *
 * @param path the file, or a link to it; an older one is replaced in one step
 * @param fill writes the file of the path it is given
 * @throws what `fill` or the file system throws, the file aside removed
 */
export async function fillAside(path: string, fill: (aside: string) => void | Promise<void>): Promise<void> {
  const { file, aside } = newAside(path);
  try {
    await fill(aside);
    install(aside, file);
  } catch (error) {
    remove(aside);
    throw error;
  }
}

/**
 * Removes what processes that were killed have left beside a file: what they had begun to write in its place.
 *
 * @param path of the file, which need not be there
 * @throws the file system's error
 */
export function removeAsides(path: string): void {
  const [folder, file] = [dirname(path), basename(path)];
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) {
    if (name.startsWith(`${file}.`) && name.endsWith(".tmp")) rmSync(join(folder, name), { force: true });
  }
}
