import type { ThreadOptions } from "../../experiments/threadPool.ts";
import { workerFiles } from "./workerFiles.ts";

/** How threads that run jobs are set up: with the files that this process has loaded, where it has loaded any. */
export function jobThreads(): ThreadOptions {
  const files = workerFiles();
  return files.length === 0 ? {} : { worker: new URL("./jobWorker.js", import.meta.url), data: { files } };
}
