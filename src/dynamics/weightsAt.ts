import type { Weights } from "../data/weights.ts";
import { shrunk } from "./coasting.ts";

/** Which row of an array belongs to each active coordinate; a negative number for none. */
export type Places = Int32Array;

/**
 * Where the rows of some coordinates are, if they stand one after the other.
 *
 * @param coordinates which, ascending; all of them unless given
 * @param count of all coordinates
 * @returns [count]
 * Source: ours.
 * @example
 * [...placesOf(Int32Array.of(0, 2), 3)] // => [0, -1, 1]
 */
export function placesOf(coordinates: Int32Array | undefined, count: number): Places {
  if (!coordinates) return new Int32Array(count).map((_, k) => k);
  const places = new Int32Array(count).fill(-1);
  coordinates.forEach((k, place) => {
    places[k] = place;
  });
  return places;
}

/** Of which weights are asked for, and where to. */
export interface Asked {
  /** Active coordinates, ascending from 0; all of them unless given. */
  readonly coordinates?: Int32Array | undefined;
  /** [coordinates * 2m], written to its front; a fresh array unless given. */
  readonly out?: Weights | undefined;
}

/**
 * Weights of a training in coefficients on active coordinates.
 *
 *   rho^t w_0 off the feature's coordinates, their own weights on them, and the noise part
 *
 * @param initial w_0, [A * 2m]
 * @param width 2m
 * @param decayed rho^t
 * @param feature weights on the first k coordinates, [k * 2m]
 * @param addTo adds the noise part to the rows that have a place
 * @param asked which weights
 * @returns the array
 * Source: ours.
 */
export function weightsAt(
  initial: Weights,
  width: number,
  decayed: number,
  feature: Float64Array,
  addTo: (weights: Weights, places: Places) => void,
  { coordinates, out }: Asked,
): Weights {
  const all = initial.length / width;
  const count = coordinates?.length ?? all;
  const weights = out ?? new Float64Array(count * width);
  for (let place = 0; place < count; place++) {
    const row = (coordinates ? (coordinates[place] as number) : place) * width;
    const at = place * width;
    for (let r = 0; r < width; r++) weights[at + r] = shrunk(decayed, initial[row + r] as number);
  }
  const places = placesOf(coordinates, all);
  for (let from = 0; from < feature.length; from += width) {
    const place = places[from / width] as number;
    if (place >= 0) weights.set(feature.subarray(from, from + width), place * width);
  }
  addTo(weights, places);
  return weights;
}
