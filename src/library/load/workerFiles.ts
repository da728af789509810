import { askedFiles, type Loaded } from "./loaded.ts";

/** A file that a thread loads for itself, functions do not travel, and what it must be. */
export type WorkerFile = Pick<Loaded, "path" | "absolute" | "sha256">;

/** The files that threads of this process load. */
export const workerFiles = (): WorkerFile[] =>
  askedFiles().map(({ path, absolute, sha256 }) => ({ path, absolute, sha256 }));
