import { loadedWithoutRandom } from "../../../proofs-check/withoutRandom.ts";
import { InputError } from "../../setting/inputError.ts";
import { loadedFiles } from "./loaded.ts";
import { loadFile } from "./loadFile.ts";
import type { WorkerFile } from "./workerFiles.ts";

/**
 * Refuses a file that is not what the process has loaded: numbers of two versions would be mixed.
 *
 * @param file as the process has loaded it; this thread has loaded it, too
 * @throws InputError where it has changed since
 */
export function mustBeSame({ path, absolute, sha256 }: WorkerFile): void {
  const now = loadedFiles().find((loaded) => loaded.absolute === absolute)?.sha256;
  if (now === sha256) return;
  throw new InputError(
    `${path} must stay as it is while runs go on, but has changed (SHA-256 ${sha256.slice(0, 12)}, now ${now?.slice(0, 12)}); start again`,
  );
}

/**
 * Loads, in a thread, what the process has loaded.
 *
 * @param files as `workerFiles` gives them
 * @throws InputError where one has changed since
 */
export async function loadInWorker(files: readonly WorkerFile[]): Promise<void> {
  for (const file of files) {
    await loadFile(file.absolute, loadedWithoutRandom);
    mustBeSame(file);
  }
}
