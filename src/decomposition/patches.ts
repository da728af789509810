import type { PatchTable } from "../sim/patchTable.ts";

/** Examples as what a network sees of them: vectors, with nothing said of what in them is signal. */
export interface Patches {
  /** K. */
  readonly classes: number;
  /** The class of each example, 0 to K - 1, [count]. */
  readonly sides: Int32Array;
  /** [count][P], vectors of d numbers. */
  readonly vectors: readonly (readonly Float64Array[])[];
}

/**
 * The patches of a table, a vector each.
 *
 * @param table of a run's examples
 * @returns views of its numbers; classes are of the labels that are seen
 */
export const vectorsOf = ({ n, patches, d, classes, values, labels }: PatchTable): Patches => ({
  ...{ classes, sides: labels },
  vectors: Array.from({ length: n }, (_, i) =>
    Array.from({ length: patches }, (__, p) => values.subarray((i * patches + p) * d, (i * patches + p + 1) * d)),
  ),
});
