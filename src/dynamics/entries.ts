import type { Rows } from "../data/entries.ts";
import { PAPERS_MODEL } from "../setting/network.ts";
import type { Problem } from "./recurrence.ts";

/** Noise patches, one a row: examples of the papers' model, or what `noiseRowsOf` makes of others. */
export interface NoiseRows extends Rows {
  /** How many. */
  readonly count: number;
}

/** Entry for entry without the first k coordinates. */
function withoutFeature({ rows, coordinates, values }: Rows, k: number): Rows {
  const kept = new Int32Array(rows.length);
  const places: number[] = [];
  for (let row = 0; row + 1 < rows.length; row++) {
    for (let e = rows[row] as number; e < (rows[row + 1] as number); e++)
      if ((coordinates[e] as number) >= k) places.push(e);
    kept[row + 1] = places.length;
  }
  return {
    rows: kept,
    coordinates: Int32Array.from(places, (e) => coordinates[e] as number),
    values: Float64Array.from(places, (e) => values[e] as number),
  };
}

/** How many noise patches an example has. */
export const noisePatchesIn = ({ network }: Pick<Problem, "network">): number =>
  (network.model ?? PAPERS_MODEL).noisePatches;

/**
 * The noise patches of a training set, one a row: those of an example follow each other.
 *
 * @param problem of one feature, on its first k coordinates, with P - 1 noise patches an example
 * @returns [n (P - 1)] rows; what they have on the feature is left out where k > 1, and left to `noiseEntries` where k = 1
 * Source: ours, docs/notes/patches.md.
 */
export function noiseRowsOf({ network, start: { examples } }: Pick<Problem, "network" | "start">): NoiseRows {
  const { featureSupport: k, noisePatches } = network.model ?? PAPERS_MODEL;
  const { rows, coordinates, values } = examples;
  const count = examples.count * noisePatches;
  return { count, ...(k === 1 ? { rows, coordinates, values } : withoutFeature(examples, k)) };
}

/**
 * What every noise patch has on the feature's coordinates.
 *
 * @param examples on the active coordinates
 * @param k how many these are, the first ones
 * @returns [n (P - 1) * k], 0 where nothing is stored
 */
export function featureValues({ rows, coordinates, values }: Rows, k: number): Float64Array {
  const on = new Float64Array((rows.length - 1) * k);
  for (let row = 0; row + 1 < rows.length; row++)
    for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
      const at = coordinates[e] as number;
      if (at < k) on[row * k + at] = values[e] as number;
    }
  return on;
}

/**
 * Where the entries of zeta_i are: xi_i without coordinate 0.
 *
 * @param examples coordinates ascending
 * @param i which
 * @returns the first entry and one past the last
 */
export function noiseEntries({ rows, coordinates }: Rows, i: number): [number, number] {
  const first = rows[i] as number;
  const end = rows[i + 1] as number;
  return [first < end && coordinates[first] === 0 ? first + 1 : first, end];
}

/**
 * What xi_i has on coordinate 0: -alpha y_i by Definition 3.1, anything in an explicit start.
 *
 * @param examples coordinates ascending
 * @param i which
 * @returns the value, 0 where none is stored
 */
export function featureNoise(examples: Rows, i: number): number {
  const first = examples.rows[i] as number;
  return noiseEntries(examples, i)[0] > first ? (examples.values[first] as number) : 0;
}

/**
 * Visits every entry of every zeta_i.
 *
 * @param examples coordinates ascending
 * @param visit told the example, its coordinate k, the entry e, and zeta_i[k]; examples ascending, coordinates within them too
 */
export function forNoiseEntries(
  examples: NoiseRows,
  visit: (i: number, k: number, e: number, value: number) => void,
): void {
  for (let i = 0; i < examples.count; i++) {
    const [first, end] = noiseEntries(examples, i);
    for (let e = first; e < end; e++) visit(i, examples.coordinates[e] as number, e, examples.values[e] as number);
  }
}

/**
 * Whether no coordinate but the feature's is in two examples.
 *
 * @param examples coordinates ascending
 * @returns true also for none
 * Source: [T25] Lemma A.4 is what makes disjoint supports likely; here they are looked at.
 */
export function areDisjoint({ coordinates }: Rows): boolean {
  let last = 0;
  for (const k of coordinates) last = Math.max(last, k);
  const taken = new Uint8Array(last + 1);
  for (const k of coordinates) {
    if (taken[k] === 1) return false;
    if (k > 0) taken[k] = 1;
  }
  return true;
}
