import type { Batches } from "../batches.ts";
import type { Arena } from "./arena.ts";

/** The largest difference between neighbours: the size of the largest batch, or of the longest row. */
function largestGap(bounds: Int32Array): number {
  let largest = 0;
  for (let k = 1; k < bounds.length; k++)
    largest = Math.max(largest, (bounds[k] as number) - (bounds[k - 1] as number));
  return largest;
}

/** A leg's batches in a kernel's memory, as its `run` takes them. */
export type PlacedLeg = readonly [indices: number, offsets: number, count: number];

/**
 * Prepares to place legs in a kernel's memory; room is reserved anew where a leg is longer, or a batch larger, than any before.
 *
 * @param examples the rows of what the batches name
 * @param arena where to
 * @param layOutLarger told the size of the largest batch so far, and how many nonzero entries its patches have at most, before the first
 *   leg and before every leg with a larger one
 * @returns places a leg over the one before
 */
export function legPlacer(
  examples: { readonly rows: Int32Array },
  arena: Arena,
  layOutLarger: (batchSize: number, entries: number) => void,
): (batches: Batches) => PlacedLeg {
  const longest = largestGap(examples.rows);
  let largest = -1;
  let room = 0;
  let inputs = 0;
  return ({ indices, offsets }) => {
    const batchSize = largestGap(offsets);
    if (batchSize > largest) {
      largest = batchSize;
      layOutLarger(batchSize, batchSize * longest);
    }
    const needed = indices.byteLength + offsets.byteLength;
    if (needed > room) {
      room = needed;
      inputs = arena.reserve(needed);
    }
    arena.write(inputs, indices);
    arena.write(inputs + indices.byteLength, offsets);
    return [inputs, inputs + indices.byteLength, offsets.length - 1];
  };
}
