import { existsSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { fromBytes } from "../../sim/checkpoint/bytes.ts";
import { type CheckpointFile, checkpointFile } from "./checkpointFile.ts";

/** Where jobs that take long are kept on their way: a folder with a file each, which is there as long as its job is under way. */
export interface Checkpoints {
  readonly folder: string;
  /** Seconds between two checkpoints of a job, at least. */
  readonly every?: number;
}

const ENDING = ".checkpoint";

/** The checkpoint of a job. */
export const checkpointOf = ({ folder }: Checkpoints, key: string): CheckpointFile =>
  checkpointFile(join(folder, `${key}${ENDING}`));

/** What earlier calls have left. */
export interface Left {
  /** Keys of jobs that go on from a checkpoint. */
  readonly goOn: readonly string[];
  /** Files that could not be trusted, and are removed. */
  readonly damaged: readonly string[];
}

/**
 * Looks at what earlier calls have left, and removes what is of no use.
 *
 * @param checkpoints the folder, which may be missing
 * @param isOver whether the job of a key has finished
 * @returns what is there for jobs that have not
 */
export function tidied(checkpoints: Checkpoints, isOver: (key: string) => boolean): Left {
  const { folder } = checkpoints;
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ENDING)) : [];
  const goOn: string[] = [];
  const damaged: string[] = [];
  for (const key of names.map((name) => name.slice(0, -ENDING.length))) {
    const file = checkpointOf(checkpoints, key);
    const bytes = isOver(key) ? undefined : file.read();
    if (bytes && fromBytes(bytes)) goOn.push(key);
    else file.clear();
    if (bytes && goOn.at(-1) !== key) damaged.push(file.name);
  }
  return { goOn, damaged };
}

/** Removes the folder, if no job is under way. */
export function removeFolder({ folder }: Checkpoints): void {
  try {
    rmdirSync(folder);
  } catch {
    // It was never made, or holds what a job goes on from.
  }
}
