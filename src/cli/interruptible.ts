import { type Progress, showProgress } from "./progress.ts";

/** What work of the library takes that may take long. */
export interface Long {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/**
 * Carries out work of the library, showing progress; Ctrl-C, and what batch systems send before they kill, stops it where nothing is lost.
 *
 * @param name what the progress bar is called
 * @param work is given what it takes of a long call, and where a remark is said meanwhile
 * @returns its value
 */
export async function interruptible<T>(
  name: string,
  work: (long: Long, note: Progress["note"]) => Promise<T>,
): Promise<T> {
  const progress = await showProgress(name);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return work({ signal: stop.signal, onProgress: progress.update }, progress.note).finally(progress.stop);
}
