import type { Origin } from "../../optimizers/origin.ts";
import { InputError } from "../../setting/inputError.ts";
import { askedFiles, noteAsked } from "./loaded.ts";
import { loadFile } from "./loadFile.ts";
import { mustLoad } from "./loadInTime.ts";

/**
 * Loads files of your own: the optimizers, metrics and events that they define are known from then on, also to worker threads. They are code,
 * and run with all that this process may do.
 *
 * @param files paths of .ts, .js, .mts or .mjs files, in the order in which they are loaded
 * @returns of each its name and the SHA-256 of it and of what it imports
 * @throws InputError where one is missing, does not run, or does not load within 10 seconds
 * Source: ours. Shown in examples/own-optimizer.mjs.
 */
export async function load(...files: readonly string[]): Promise<Origin[]> {
  const origins: Origin[] = [];
  for (const path of files) {
    if (typeof path !== "string" || path === "") {
      throw new InputError("a file to load must be a path, but is empty; name one or leave it out");
    }
    await mustLoad({ path, before: askedFiles().map(({ absolute }) => absolute) });
    const { loaded } = await loadFile(path);
    noteAsked(loaded);
    const { file, sha256 } = loaded;
    origins.push({ file, sha256 });
  }
  return origins;
}
