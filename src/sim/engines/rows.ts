import type { Rows } from "../../data/entries.ts";
import type { Examples } from "../../data/examples.ts";

function joined<T extends Int32Array | Float64Array>(one: T, other: T): T {
  const all = new (one.constructor as new (length: number) => T)(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/**
 * The rows that a kernel is given of some examples: their noise patches, and after these the features, where examples say which they show.
 *
 * @param examples copied where there are features
 * @returns rows of entries, coordinates ascending
 */
export function rowsOf({ rows, coordinates, values, shown }: Examples): Rows {
  if (!shown) return { rows, coordinates, values };
  const { directions } = shown;
  const moved = directions.rows.slice(1).map((end) => values.length + end);
  return {
    rows: joined(rows, moved),
    coordinates: joined(coordinates, directions.coordinates),
    values: joined(values, directions.values),
  };
}
