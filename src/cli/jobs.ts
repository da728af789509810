import { InputError, show } from "../setting/inputError.ts";

const MAX_JOBS = 256;

/**
 * Reads --jobs.
 *
 * @param text as given
 * @returns how many runs at a time
 * @throws InputError
 */
export function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > MAX_JOBS) {
    throw new InputError(
      `--jobs must be an integer from 1 to ${MAX_JOBS}, but is ${show(text)}; leave it out to use every core`,
    );
  }
  return jobs;
}
