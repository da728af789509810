import { type Examples, examplesOf } from "../data/examples.ts";

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

/**
 * Some of the examples.
 *
 * @param all of them
 * @param chosen which, ascending
 * @returns those, on the coordinates that they touch
 * Source: ours.
 */
export function someOf({ examples, touched }: Touching, chosen: Int32Array): Touching {
  const { labels, rows, coordinates, values } = examples;
  const patches = Array.from(chosen, (i) => {
    const [first, end] = [rows[i] as number, rows[i + 1] as number];
    const ofOne = Float64Array.from(coordinates.subarray(first, end));
    return { label: labels[i] as number, coordinates: ofOne, values: values.subarray(first, end) };
  });
  const some = touching(examplesOf(patches), touched.length);
  return { examples: some.examples, touched: some.touched.map((row) => touched[row] as number) };
}
