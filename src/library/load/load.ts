import type { Origin } from "../../optimizers/origin.ts";
import { InputError } from "../../setting/inputError.ts";
import { askedFiles, noteAsked } from "./loaded.ts";
import { loadFile } from "./loadFile.ts";
import { mustLoad } from "./loadInTime.ts";

/** A file of your own, as results name it. */
export interface LoadedFile extends Origin {
  /** Such as "optimizer lion"; nothing where it defines nothing, or exports claims alone. */
  readonly defines: readonly string[];
}

/**
 * Loads files of your own: the optimizers, metrics and events that they define are known from then on, also to worker threads. They are code,
 * and run with all that this process may do.
 *
 * @param files paths of .ts, .js, .mts or .mjs files, in the order in which they are loaded
 * @returns of each its name, the SHA-256 of it and of what it imports, and what it has defined
 * @throws InputError where one is missing, does not run, or does not load within 10 seconds
 * Source: ours. Shown in examples/own-optimizer.mjs.
 */
export async function load(...files: readonly string[]): Promise<LoadedFile[]> {
  const origins: LoadedFile[] = [];
  for (const path of files) {
    if (typeof path !== "string" || path === "") {
      throw new InputError("a file to load must be a path, but is empty; name one or leave it out");
    }
    await mustLoad({ path, before: askedFiles().map(({ absolute }) => absolute) });
    const { loaded, defines } = await loadFile(path);
    noteAsked(loaded);
    const { file, sha256 } = loaded;
    origins.push({ file, sha256, defines });
  }
  return origins;
}
