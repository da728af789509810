/** The nonzero entries of a noise patch, coordinates ascending from 0, the feature coordinate (e_1 of the papers). */
export interface Entries {
  /** Doubles, since d may be anything up to 2^53 - 1. */
  readonly coordinates: Float64Array;
  readonly values: Float64Array;
}

/** What examples are drawn for: two independent sequences. */
export type ExamplePurpose = "trainExample" | "testExample";

/** Vectors one after the other: row i has the entries rows[i] .. rows[i + 1] - 1. */
export interface Rows {
  readonly rows: Int32Array;
  readonly coordinates: Int32Array;
  readonly values: Float64Array;
}

/** The nonzero entries of a dense vector. */
export function entriesOf(vector: readonly number[]): Entries {
  const coordinates = Float64Array.from(vector.keys()).filter((k) => vector[k] !== 0);
  return { coordinates, values: coordinates.map((k) => vector[k] as number) };
}

/** Vectors put one after the other; coordinates below 2^31. */
export function joinRows(entries: readonly Entries[]): Rows {
  const length = entries.reduce((sum, { values }) => sum + values.length, 0);
  const [coordinates, values] = [new Int32Array(length), new Float64Array(length)];
  const rows = new Int32Array(entries.length + 1);
  entries.forEach((one, k) => {
    const at = rows[k] as number;
    coordinates.set(one.coordinates, at);
    values.set(one.values, at);
    rows[k + 1] = at + one.values.length;
  });
  return { rows, coordinates, values };
}
