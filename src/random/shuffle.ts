import type { Stream } from "./stream.ts";
import { uniformInteger } from "./uniform.ts";

/**
 * A uniform permutation of {0, ..., size - 1} (Fisher-Yates).
 *
 * @param stream advanced by 2 words an element (more on a rejection)
 * @param size an integer in [0, 2^31)
 * @returns the permutation
 * Source: Knuth, TAOCP 2, algorithm 3.4.2 P.
 */
export function shuffledIndices(stream: Stream, size: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  for (let last = size - 1; last > 0; last--) {
    const other = uniformInteger(stream, last + 1);
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
  return order;
}
