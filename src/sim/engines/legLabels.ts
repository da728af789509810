import type { Batches } from "../batches.ts";
import type { Problem } from "../engine.ts";
import { noisyLabels } from "../labelNoise.ts";
import type { Arena } from "./arena.ts";

/**
 * Prepares to place the labels with which a leg's examples are seen in a kernel's memory; room is reserved anew where a leg is longer than any before.
 *
 * @param problem its labels, and their noise
 * @param arena where to
 * @returns places those of a leg, after so many steps, over those of the one before; their address, 0 without noise
 */
export function labelPlacer({ examples, labelNoise }: Problem, arena: Arena): (leg: Batches, step: number) => number {
  if (!labelNoise) return () => 0;
  let room = 0;
  let address = 0;
  return (leg, step) => {
    const labels = noisyLabels(examples.labels, labelNoise, leg, step);
    if (labels.byteLength > room) {
      room = labels.byteLength;
      address = arena.reserve(room);
    }
    arena.write(address, labels);
    return address;
  };
}
