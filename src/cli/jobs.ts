import { availableParallelism } from "node:os";
import { InputError, show } from "../setting/inputError.ts";

const MAX_JOBS = 256;

/**
 * How many to run at a time.
 *
 * @param text as given; absent for one a core
 * @returns an integer from 1 to 256
 * @throws InputError for anything else
 */
export function jobsFrom(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > MAX_JOBS) {
    throw new InputError(
      `--jobs must be an integer from 1 to ${MAX_JOBS}, but is ${show(text)}; leave it out to use every core`,
    );
  }
  return jobs;
}
