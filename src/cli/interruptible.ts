import { showProgress } from "./progress.ts";

/**
 * Carries out work of the library, showing progress; Ctrl-C stops it where nothing is lost.
 *
 * @param name what the progress bar is called
 * @param work is given what it takes of a long call
 * @returns its value
 */
export async function interruptible<T>(
  name: string,
  work: (long: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void }) => Promise<T>,
): Promise<T> {
  const progress = await showProgress(name);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  return work({ signal: stop.signal, onProgress: progress.update }).finally(progress.stop);
}
