import type { Rows } from "../data/entries.ts";
import type { Weights } from "../data/weights.ts";

// The products of patches with weights and coefficients in single precision: both are rounded to it, and so is every product and every sum, in the order of
// forward.ts and gradient.ts. All else is in doubles: weights, moments, activations, outputs, the update.

const single = Math.fround;

/** lanes += x weights, of one number and one row of lanes. */
function addRow(x: number, from: ArrayLike<number>, at: number, to: Float64Array, place: number, width: number): void {
  for (let r = 0; r < width; r++) {
    to[place + r] = single((to[place + r] as number) + single(x * single(from[at + r] as number)));
  }
}

/** Adds <w, xi> of a row, whose values are rounded, to every lane, over ascending coordinates. */
export function projectSingle(weights: Weights, { rows, coordinates, values }: Rows, row: number, lanes: Float64Array) {
  const width = lanes.length;
  for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
    addRow(values[e] as number, weights, (coordinates[e] as number) * width, lanes, 0, width);
  }
}

/** Adds lanes times xi of a row to a gradient. */
export function scatterSingle(lanes: Float64Array, { rows, coordinates, values }: Rows, row: number, to: Float64Array) {
  const width = lanes.length;
  for (let e = rows[row] as number; e < (rows[row + 1] as number); e++) {
    addRow(values[e] as number, lanes, 0, to, (coordinates[e] as number) * width, width);
  }
}

/** Adds lanes, rounded, to others. */
export function addLanesSingle(from: Float64Array, at: number, to: Float64Array): void {
  addRow(1, from, at, to, 0, to.length);
}
