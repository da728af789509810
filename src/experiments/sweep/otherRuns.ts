import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hasRuns } from "./folder.ts";

/**
 * The folders of sweeps at a place where others are to go: itself, and those in it.
 *
 * @param place a folder, which may be missing
 * @param own folders that are expected there
 * @returns paths of those that hold runs and are not expected, sorted, the place itself first
 * @throws InputError where one cannot be listed
 * Source: ours.
 */
export function otherRuns(place: string, own: readonly string[]): string[] {
  if (!existsSync(place)) return [];
  const folders = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const inside = folders.map(({ name }) => join(place, name)).sort();
  return [place, ...inside].filter((folder) => !own.includes(folder) && hasRuns(folder));
}
