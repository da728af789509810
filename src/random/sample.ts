import type { Stream } from "./stream.ts";
import { uniformInteger } from "./uniform.ts";

/**
 * A uniform subset of {0, ..., population - 1}, drawn without replacement.
 *
 * Floyd's algorithm: for j = population - size, ..., population - 1 take t uniform in {0..j}, or j itself if t is already in.
 *
 * @param stream advanced by 2 words an element (more on a rejection)
 * @param population an integer in [1, 2^53]
 * @param size an integer in [0, population], at most 2^24 (a JavaScript Set holds no more); time and memory grow with it alone, not with the population
 * @returns the subset in ascending order
 * Source: R. Floyd, in Bentley, Programming Pearls, CACM 30 (1987).
 */
export function sampleWithoutReplacement(stream: Stream, population: number, size: number): number[] {
  const chosen = new Set<number>();
  for (let j = population - size; j < population; j++) {
    const t = uniformInteger(stream, j + 1);
    chosen.add(chosen.has(t) ? j : t);
  }
  return [...chosen].sort((a, b) => a - b);
}
