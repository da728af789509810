import type { Examples } from "../data/examples.ts";

/**
 * Where the entries of zeta_i are: xi_i without coordinate 0.
 *
 * @param examples coordinates ascending
 * @param i which
 * @returns the first entry and one past the last
 */
export function noiseEntries({ rows, coordinates }: Examples, i: number): [number, number] {
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
export function featureNoise(examples: Examples, i: number): number {
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
  examples: Examples,
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
export function areDisjoint({ coordinates }: Examples): boolean {
  let last = 0;
  for (const k of coordinates) last = Math.max(last, k);
  const taken = new Uint8Array(last + 1);
  for (const k of coordinates) {
    if (taken[k] === 1) return false;
    if (k > 0) taken[k] = 1;
  }
  return true;
}
