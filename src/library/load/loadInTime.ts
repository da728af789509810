import { Worker } from "node:worker_threads";
import { WORKER_ARGUMENTS } from "../../experiments/workerArguments.ts";
import { InputError } from "../../setting/inputError.ts";

/** What the thread that tries a file is told, and tells. */
export interface Trying {
  readonly path: string;
  /** Files that are loaded before it, since it may name what they define. */
  readonly before: readonly string[];
}
export type Tried = { readonly loaded: true } | { readonly error: string };

/** Seconds that loading may take whatever a case may: a machine at work takes one or two to compile a file. */
export const LEAST_SECONDS = 10;

/** Loads a file in a thread of its own, and ends that. */
function tryFile({ path, before }: Trying, seconds: number): Promise<Tried> {
  const url = new URL("./loadWorker.js", import.meta.url);
  const worker = new Worker(url, { workerData: { path, before }, execArgv: WORKER_ARGUMENTS });
  return new Promise<Tried>((give) => {
    const late = `${path} must load, but did not within ${seconds} s; look for a loop or an await without an end outside its functions`;
    const clock = setTimeout(() => give({ error: late }), 1000 * seconds);
    worker.once("message", give);
    worker.once("error", (error) =>
      give({ error: `${path} must be code that runs, but failed with ${error.message}` }),
    );
    worker.once("exit", () =>
      give({ error: `${path} must load, but ended before it had; take out what ends the process` }),
    );
    const settled = () => clearTimeout(clock);
    worker.once("message", settled).once("error", settled).once("exit", settled);
  }).finally(() => worker.terminate());
}

/**
 * Sees that a file loads at all, before this thread loads it: a loop without end at its top level would hold this thread for ever.
 *
 * @param trying the file, and those before it
 * @param seconds that loading may take, if they are 10 or more; else 10
 * @throws InputError where it does not load, or not in time
 * Source: ours.
 */
export async function mustLoad(trying: Trying, seconds = LEAST_SECONDS): Promise<void> {
  const tried = await tryFile(trying, Math.max(seconds, LEAST_SECONDS));
  if ("error" in tried) throw new InputError(tried.error);
}
