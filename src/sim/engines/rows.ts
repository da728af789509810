import type { Rows } from "../../data/entries.ts";
import type { SplitExamples } from "../ground.ts";

function joined<T extends Int32Array | Float64Array>(one: T, other: T): T {
  const all = new (one.constructor as new (length: number) => T)(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** Rows, and others after them. */
const followed = ({ rows, coordinates, values }: Rows, by: Rows): Rows => ({
  rows: joined(
    rows,
    by.rows.slice(1).map((end) => values.length + end),
  ),
  coordinates: joined(coordinates, by.coordinates),
  values: joined(values, by.values),
});

/**
 * The rows that a kernel is given of some examples: their noise patches, and after these the features, where examples say which they show; and last what all patches have in common.
 *
 * @param examples copied where there is more than their patches
 * @returns rows of entries, coordinates ascending
 */
export function rowsOf({ rows, coordinates, values, shown, base }: SplitExamples): Rows {
  const own = { rows, coordinates, values };
  const all = shown ? followed(own, shown.directions) : own;
  return base ? followed(all, base) : all;
}
