import type { Shape } from "./around.ts";

/** What an update sees at once: a neuron's vector, a class's matrix (its neurons' vectors as rows), or those of all neurons. */
export type Sees = "neuron" | "class" | "network";
export const SIGHTS: readonly Sees[] = ["neuron", "class", "network"];

/** Neurons that are seen at once. */
export interface Seen {
  /** The first one's lane. */
  readonly first: number;
  readonly rows: number;
}

/**
 * The blocks that an update sees, in the order of their lanes.
 *
 * @param sight what it sees at once
 * @param shape of the network
 * @returns each one's lanes
 * @example
 * blocksOf("class", { classes: 2, neurons: 3 }) // => [{ first: 0, rows: 3 }, { first: 3, rows: 3 }]
 */
export function blocksOf(sight: Sees, { classes, neurons }: Shape): readonly Seen[] {
  const lanes = classes * neurons;
  const rows = { neuron: 1, class: neurons, network: lanes }[sight];
  return Array.from({ length: lanes / rows }, (_, k) => ({ first: k * rows, rows }));
}

/**
 * A block of the weights, or of what lies as they do, as a matrix.
 *
 *   matrix[r * columns + k] = values[k * lanes + first + r]
 *
 * @param values [columns * lanes]
 * @param lanes K m
 * @param block which of them
 * @returns [rows * columns], row by row
 * @example
 * [...matrixOf(Float64Array.of(1, 3, 2, 4), 2, { first: 1, rows: 1 })] // => [3, 4]
 */
export function matrixOf(values: Float64Array, lanes: number, { first, rows }: Seen): Float64Array {
  const columns = values.length / lanes;
  const matrix = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let k = 0; k < columns; k++) matrix[r * columns + k] = values[k * lanes + first + r] as number;
  return matrix;
}

/**
 * Puts a matrix where its block is; the inverse of `matrixOf`.
 *
 * @param matrix [rows * columns]
 * @param lanes K m
 * @param block which of them
 * @param into [columns * lanes], the block is written
 */
export function putMatrix(matrix: Float64Array, lanes: number, { first, rows }: Seen, into: Float64Array): void {
  const columns = into.length / lanes;
  for (let r = 0; r < rows; r++)
    for (let k = 0; k < columns; k++) into[k * lanes + first + r] = matrix[r * columns + k] as number;
}
