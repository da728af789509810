import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { placeOf } from "../src/experiments/packed.ts";
import { COUNTEREXAMPLES } from "./counterexampleFile.ts";

/** The files of a report of `check --out`, written anew each time, beside its folder of counterexamples; what it remembers stays where it is. */
export const REPORT_FILES = ["asked.json", "check.json", "check.md"] as const;

/** Whether a folder holds a report of `check --out`, and not just files that are called so. */
export const isReport = (folder: string): boolean =>
  ["asked.json", "check.json"].every((name) => existsSync(placeOf(join(folder, name))));

/** Whether a folder is one into which an earlier report was put. */
export const isEarlier = (folder: string): boolean => /^earlier-\d+$/.test(basename(folder));

/** The first folder of that kind that could be made. */
function nextEarlier(folder: string): string {
  for (let k = 1; ; k++) {
    const earlier = join(folder, `earlier-${k}`);
    if (existsSync(earlier)) continue;
    mkdirSync(earlier);
    return earlier;
  }
}

/**
 * Puts an earlier report into a folder of its own, so that the next one loses nothing.
 *
 * @param folder of `check --out`
 * @returns where it is now, such as out/earlier-1; undefined where there was none
 * @throws what the file system throws
 * Source: ours.
 */
export function setAside(folder: string): string | undefined {
  if (!isReport(folder)) return undefined;
  const earlier = nextEarlier(folder);
  for (const name of [...REPORT_FILES, COUNTEREXAMPLES]) {
    const place = placeOf(join(folder, name));
    if (existsSync(place)) renameSync(place, join(earlier, basename(place)));
  }
  return earlier;
}

/**
 * Takes away the counterexamples of an earlier report that is about to be written over: the next one may find others.
 *
 * @param folder of `check --out`; left alone where it holds no report
 * @throws what the file system throws
 * Source: ours.
 */
export function dropCounterexamples(folder: string): void {
  if (isReport(folder)) rmSync(join(folder, COUNTEREXAMPLES), { recursive: true, force: true });
}
