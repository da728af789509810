import { type NoiseRows, noiseEntries } from "./entries.ts";
import type { Problem } from "./recurrence.ts";

/**
 * The size that all entries of noise have, as those of Rademacher noise have.
 *
 * @param rows noise patches
 * @returns |xi[k]|, above 0; undefined where there are several sizes
 * @example
 * const at = { count: 1, rows: Int32Array.of(0, 2), coordinates: Int32Array.of(1, 2) };
 * oneSize({ ...at, values: Float64Array.of(0.5, -0.5) }) // => 0.5
 */
export function oneSize(rows: NoiseRows): number | undefined {
  let size: number | undefined;
  for (let row = 0; row < rows.count; row++) {
    const [first, end] = noiseEntries(rows, row);
    for (let e = first; e < end; e++) {
      size ??= Math.abs(rows.values[e] as number);
      if (Math.abs(rows.values[e] as number) !== size) return undefined;
    }
  }
  return size === 0 ? undefined : size;
}

/**
 * The optimizer of the scalars c_i, where the one of the weights has an eps.
 *
 *   xi M/(|xi| sqrt(S) + eps) = sgn(xi) M/(sqrt(S) + eps/|xi|):  Adam with eps/|xi| in the place of eps
 *
 * @param optimizer of the weights
 * @param rows noise patches, of one size where eps is above 0
 * @returns the same one where eps is 0, or none
 * Source: ours, docs/notes/patches.md.
 */
export function withScalarEps(optimizer: Problem["optimizer"], rows: NoiseRows): Problem["optimizer"] {
  const size = optimizer.eps ? oneSize(rows) : undefined;
  return size === undefined ? optimizer : { ...optimizer, eps: (optimizer.eps as number) / size };
}
