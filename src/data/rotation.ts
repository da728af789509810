import { normal } from "../random/normal.ts";
import { openStream } from "../random/stream.ts";
import type { Entries } from "./entries.ts";

/** A rotation of d coordinates: column k, the image of e_k, is in columns[k d .. k d + d - 1]. */
export type Rotation = Float64Array;

/** Turns every column by I - 2 h h^T/|h|^2, where h is zero before coordinate `from`. */
function reflect(columns: Rotation, d: number, from: number, h: Float64Array): void {
  const scale = 2 / h.reduce((sum, x) => sum + x * x, 0);
  for (let k = 0; k < d; k++) {
    let along = 0;
    for (let e = 0; e < h.length; e++) along += (h[e] as number) * (columns[k * d + from + e] as number);
    along *= scale;
    for (let e = 0; e < h.length; e++)
      columns[k * d + from + e] = (columns[k * d + from + e] as number) - along * (h[e] as number);
  }
}

let latest: { readonly d: number; readonly seed: number; readonly rotation: Rotation } | undefined;

/**
 * A random rotation, or rotation with a reflection, that prefers no direction.
 *
 * Q = D H_1 H_2 ... H_(d-1),  H_j = I - 2 h h^T/|h|^2 with h = g + sgn(g_1) |g| e_1,  g ~ N(0, I) on the coordinates from j on;  D = diag(-sgn g_1)
 *
 * @param d coordinates; O(d^3) time, 8 d^2 bytes; the latest one is kept
 * @param seed integer in [0, 2^53)
 * @returns the columns [d * d], orthonormal up to rounding
 * Source: G. W. Stewart 1980: Haar-distributed.
 * @example
 * rotationOf(1, 7).length // => 1
 */
export function rotationOf(d: number, seed: number): Rotation {
  if (latest?.d === d && latest.seed === seed) return latest.rotation;
  const columns = new Float64Array(d * d);
  for (let k = 0; k < d; k++) columns[k * d + k] = 1;
  const signs = new Float64Array(d).fill(1);
  // The innermost first, so that each acts on what those after it have made.
  for (let from = d - 1; from >= 0; from--) {
    const stream = openStream(seed, "rotation", from);
    const h = Float64Array.from({ length: d - from }, () => normal(stream));
    const sign = (h[0] as number) < 0 ? -1 : 1;
    signs[from] = -sign;
    h[0] = (h[0] as number) + sign * Math.sqrt(h.reduce((sum, x) => sum + x * x, 0));
    if (from < d - 1) reflect(columns, d, from, h);
  }
  for (let at = 0; at < columns.length; at++) columns[at] = (columns[at] as number) * (signs[at % d] as number);
  latest = { d, seed, rotation: columns };
  return columns;
}

/**
 * A vector in the rotated basis.
 *
 * (Q x)[j] = sum_k x[k] Q[j, k], over ascending k
 *
 * @param rotation of `rotationOf`
 * @param entries the nonzero ones of x
 * @returns every entry of Q x
 */
export function rotated(rotation: Rotation, { coordinates, values }: Entries): Entries {
  const d = Math.sqrt(rotation.length);
  const sums = new Float64Array(d);
  for (let e = 0; e < values.length; e++) {
    const from = (coordinates[e] as number) * d;
    const x = values[e] as number;
    for (let j = 0; j < d; j++) sums[j] = (sums[j] as number) + x * (rotation[from + j] as number);
  }
  return { coordinates: sums.map((_, j) => j), values: sums };
}
