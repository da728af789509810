import type { Weights } from "../../data/weights.ts";
import type { Network } from "../../setting/network.ts";

/** The classes that a kernel holds, from firstClass to before endClass: 0 is class +1, 1 is class -1. */
export interface Held {
  readonly firstClass: number;
  readonly endClass: number;
}

export const BOTH: Held = { firstClass: 0, endClass: 2 };

/** All classes of a network: both, or K >= 3. */
export const allOf = ({ model }: Network): Held => (model ? { firstClass: 0, endClass: model.classes } : BOTH);

/** What each of two threads holds. Outputs are sums over one class, so that splitting by class leaves every sum in one thread. */
export const HALVES: readonly [Held, Held] = [
  { firstClass: 0, endClass: 1 },
  { firstClass: 1, endClass: 2 },
];

/** Lanes of a row: the classes' neurons, filled up to an even number. */
export function rowLanes(neurons: number, { firstClass, endClass }: Held): number {
  const lanes = (endClass - firstClass) * neurons;
  return lanes + (lanes % 2);
}

/** How many classes there are in all where these are held: all of K >= 3, or some of two. */
const classesWith = ({ endClass }: Held): number => Math.max(2, endClass);

/**
 * Pairs the weights of the classes held with their places in a kernel's rows.
 *
 * @param count of the whole weights, K m d
 * @param neurons m
 * @param held which classes
 * @param copy called with the indices of a weight among the whole ones and among the kernel's
 */
function forHeld(count: number, neurons: number, held: Held, copy: (whole: number, part: number) => void): void {
  const all = classesWith(held) * neurons;
  const lanes = (held.endClass - held.firstClass) * neurons;
  const row = rowLanes(neurons, held);
  let first = held.firstClass * neurons;
  for (let base = 0; first < count; first += all, base += row) {
    for (let r = 0; r < lanes; r++) copy(first + r, base + r);
  }
}

/**
 * The weights of the classes held, row by row.
 *
 * @param weights [d * K m]
 * @param neurons m
 * @param held which classes
 * @returns [d * lanes], zero in the lanes that fill a row up
 * @example
 * [...takeHeld(Float64Array.of(1, 2, 3, 4), 1, HALVES[1])] // => [2, 0, 4, 0]
 */
export function takeHeld(weights: Weights, neurons: number, held: Held): Float64Array {
  const part = new Float64Array((weights.length / (classesWith(held) * neurons)) * rowLanes(neurons, held));
  forHeld(weights.length, neurons, held, (k, l) => {
    part[l] = weights[k] as number;
  });
  return part;
}

/** Writes what `takeHeld` took back to its place. */
export function putHeld(part: Float64Array, neurons: number, held: Held, weights: Weights): void {
  forHeld(weights.length, neurons, held, (k, l) => {
    weights[k] = part[l] as number;
  });
}
