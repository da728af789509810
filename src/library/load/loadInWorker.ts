import { loadedWithoutRandom } from "../../../proofs-check/withoutRandom.ts";
import { InputError } from "../../setting/inputError.ts";
import { loadFile } from "./loadFile.ts";
import type { WorkerFile } from "./workerFiles.ts";

/**
 * Loads, in a thread, what the process has loaded.
 *
 * @param files as `workerFiles` gives them
 * @throws InputError where one has changed since
 */
export async function loadInWorker(files: readonly WorkerFile[]): Promise<void> {
  for (const { path, absolute, sha256 } of files) {
    const { loaded } = await loadFile(absolute, loadedWithoutRandom);
    if (loaded.sha256 === sha256) continue;
    throw new InputError(
      `${path} must stay as it is while runs go on, but has changed (SHA-256 ${sha256.slice(0, 12)}, now ${loaded.sha256.slice(0, 12)}); start again`,
    );
  }
}
