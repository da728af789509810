import type { RunInput } from "../../meeting.ts";

/**
 * The same run up to a time, recorded at half of it.
 *
 * @param run of any length
 * @param epochs how long; rounded to an even number, 2 or more
 * @returns the run, with records 0, 1 and 2: its start, the middle, the end
 * Source: ours.
 */
export function halved(run: RunInput, epochs: number): RunInput {
  const recordEvery = Math.max(1, Math.round(epochs / 2));
  return { ...run, recordEvery, epochs: 2 * recordEvery };
}
