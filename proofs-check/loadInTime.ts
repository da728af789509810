import { Worker } from "node:worker_threads";
import { WORKER_ARGUMENTS } from "../src/experiments/workerArguments.ts";
import { InputError } from "../src/setting/inputError.ts";
import type { Claim } from "./claim.ts";
import { loadClaims } from "./load.ts";

/** What the thread that tries a file tells. */
export type Tried = { readonly loaded: true } | { readonly error: string };

/** Seconds that loading may take whatever a case may: a machine at work takes one or two to compile a file. */
const LEAST_SECONDS = 10;

/** Loads a file in a thread of its own, and ends that. */
function tryFile(path: string, seconds: number): Promise<Tried> {
  const url = new URL("./loadWorker.js", import.meta.url);
  const worker = new Worker(url, { workerData: path, execArgv: WORKER_ARGUMENTS });
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
 * Loads a user's own claims, once it is seen that the file loads at all: a loop without end at its top level would hold this thread for ever.
 *
 * @param path see `loadClaims`
 * @param seconds that loading may take, if they are 10 or more; else 10
 * @returns its claims
 * @throws InputError where it does not load, or not in time
 * Source: ours.
 */
export async function loadInTime(path: string, seconds: number): Promise<Claim[]> {
  const tried = await tryFile(path, Math.max(seconds, LEAST_SECONDS));
  if ("error" in tried) throw new InputError(tried.error);
  return loadClaims(path);
}
