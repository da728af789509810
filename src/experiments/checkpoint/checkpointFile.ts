import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../../setting/inputError.ts";
import { hasCode } from "../journal/parts.ts";
import { makeFolder } from "../makeFolder.ts";
import { reason } from "../reason.ts";
import { removeAsides, writeAside } from "../writeAside.ts";
import type { CheckpointPlace } from "./keeping.ts";

/** A file in which the checkpoint of a run is. */
export interface CheckpointFile extends CheckpointPlace {
  readonly name: string;
  /** Removes it, and what a process that was killed has left beside it: to be called when the result is kept. */
  clear(): void;
}

/**
 * A file as the place of a checkpoint: written beside it first, then renamed, so that it never holds half of one.
 *
 * @param path of the file; its folder is made with the first checkpoint
 * @returns the place
 * @throws when it is read, InputError where the file is there and cannot be
 * Source: ours. Shown in docs/guides/run-files.md.
 * @example
 * checkpointFile("not-begun.checkpoint").read() // => undefined
 */
export function checkpointFile(path: string): CheckpointFile {
  return {
    name: path,
    read() {
      try {
        return readFileSync(path);
      } catch (error) {
        if (hasCode(error, "ENOENT")) return undefined;
        throw new InputError(
          `checkpoint must be a file that can be read, but reading ${path} gave ${reason(error)}; see to it or name another`,
        );
      }
    },
    write(checkpoint) {
      makeFolder(dirname(path));
      writeAside(path, checkpoint);
    },
    clear() {
      rmSync(path, { force: true });
      removeAsides(path);
    },
  };
}
