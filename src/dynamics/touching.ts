import type { Examples } from "../data/examples.ts";

/** Fresh examples on the active coordinates that they touch alone. Their coordinate a is touched[a]; those from there on are remainders, one a lane. */
export interface Touching {
  readonly examples: Examples;
  /** Compact coordinates, ascending from 0. */
  readonly touched: Int32Array;
}

/**
 * Leaves out the active coordinates that no example touches.
 *
 * @param examples as `drawActiveTestExamples` gives them
 * @param active how many active coordinates there are
 * @returns the same examples
 * Source: ours.
 */
export function touching(examples: Examples, active: number): Touching {
  const rows = new Int32Array(active);
  rows[0] = 1;
  for (const k of examples.coordinates) if (k < active) rows[k] = 1;
  const touched = new Int32Array(rows.reduce((sum, marked) => sum + marked, 0));
  let count = 0;
  for (let k = 0; k < active; k++) {
    if (rows[k] === 0) continue;
    touched[count] = k;
    rows[k] = count++;
  }
  const shift = touched.length - active;
  const coordinates = examples.coordinates.map((k) => (k < active ? (rows[k] as number) : k + shift));
  return { examples: { ...examples, coordinates }, touched };
}
