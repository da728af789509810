import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isPacked, packedName } from "../packed.ts";

/*
 * A journal `runs.ndjson` is the union of that file and of the files runs.NAME.ndjson beside it. Every process appends to a file of its own
 * alone, so that none waits for another and a line that was cut off is the last one of its file. Each of them may have been packed by gzip
 * (runs.ndjson.gz), which nobody appends to.
 *
 * Who makes one file of them first takes each by renaming it, so that a process that appends to it notices and writes its line again
 * elsewhere (appender.ts), and removes nothing before the new file is in place. Wherever this ends, every line is in a file that is read; a line
 * may be in two.
 */

const stemOf = (path: string) => basename(path, ".ndjson");

/** Whether an error of the file system has this code. */
export const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

/** The path of a part that nobody else has. */
export const newPart = (path: string): string => join(dirname(path), `${stemOf(path)}.${randomUUID()}.ndjson`);

const isPart = (name: string, stem: string) => name.startsWith(`${stem}.`) && /\.ndjson(\.gz)?$/.test(name);

/**
 * Every file that a journal consists of.
 *
 * @param path of the journal; its folder may be missing
 * @returns paths, the journal's own first, the others sorted
 */
export function partsOf(path: string): string[] {
  const [folder, stem] = [dirname(path), stemOf(path)];
  try {
    const names = readdirSync(folder).filter((name) => isPart(name, stem));
    const others = names.filter((name) => name !== `${stem}.ndjson`).sort();
    return [...(others.length < names.length ? [path] : []), ...others.map((name) => join(folder, name))];
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** Whether a journal is one file, as it is left where all is done, or that file packed. */
export function isWhole(path: string): boolean {
  const [only, ...others] = partsOf(path);
  return others.length === 0 && (only === path || only === packedName(path));
}

/** Makes the names in a file's folder survive a loss of power, where the system can. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(dirname(path), "r");
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // Not every system lets a folder be synced.
  }
}

/** Renames every part, so that it is ours; what somebody else takes meanwhile is left to them. */
export function takeParts(path: string): string[] {
  return partsOf(path).flatMap((part) => {
    const taken = isPacked(part) ? packedName(newPart(path)) : newPart(path);
    try {
      renameSync(part, taken);
      return [taken];
    } catch (error) {
      if (hasCode(error, "ENOENT")) return [];
      throw error;
    }
  });
}

/**
 * Puts a whole file in the place of the parts it was made from.
 *
 * @param aside a synced file that holds every line of `taken`
 * @param path of the journal
 * @param taken from `takeParts`
 * @returns where the file is now: the journal's path, or a part where somebody else's file, or a system without links, is in the way
 */
export function install(aside: string, path: string, taken: readonly string[]): string {
  let place = path;
  try {
    // Unlike a rename, a link does not replace what another process has put there.
    linkSync(aside, path);
    rmSync(aside);
  } catch {
    place = newPart(path);
    renameSync(aside, place);
  }
  syncFolder(path);
  for (const part of taken) rmSync(part, { force: true });
  return place;
}
