import { resolve } from "node:path";
import { askedFiles, type Loaded, loadedFiles } from "./loaded.ts";

/** A file that a thread loads for itself, functions do not travel, and what it must be. */
export type WorkerFile = Pick<Loaded, "path" | "absolute" | "sha256">;

const workerFile = ({ path, absolute, sha256 }: Loaded): WorkerFile => ({ path, absolute, sha256 });

/** The files that threads of this process load. */
export const workerFiles = (): WorkerFile[] => askedFiles().map(workerFile);

/** Files that this process has loaded for the claims in them, by their paths. */
export const claimFiles = (paths: readonly string[]): WorkerFile[] =>
  paths.flatMap((path) => loadedFiles().filter(({ absolute }) => absolute === resolve(path))).map(workerFile);
