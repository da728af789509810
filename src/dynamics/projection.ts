import type { ActiveStart } from "../data/activeStart.ts";
import type { Examples } from "../data/examples.ts";
import { forNoiseEntries, noiseEntries } from "./entries.ts";

/** The nonzero <zeta_i, dir_l>, by rows i. */
export interface Projection {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * Inner products of the noise patches with directions that live on the same supports.
 *
 * P_il = <zeta_i, dir_l>,  dir_l[k] = direction(zeta_l[k]);  direction(z) = z gives the Gram matrix, sgn(z) on disjoint supports
 * the diagonal matrix of |zeta_i|_1.
 *
 * @param examples n examples; coordinate 0 is left out
 * @param direction what makes dir of an entry
 * @returns the entries of pairs that share a coordinate, l ascending, and the diagonal
 * Source: Cao et al. 2022 for SGD, ours for the signs; docs/notes/coefficients.md.
 */
export function project(examples: Examples, direction: (value: number) => number): Projection {
  const { count, coordinates, values } = examples;
  const size = coordinates.reduce((most, k) => Math.max(most, k), 0) + 1;
  const users: number[][] = Array.from({ length: size }, () => []);
  forNoiseEntries(examples, (i, k, e) => users[k]?.push(i, e));
  const rows = new Int32Array(count + 1);
  const columns: number[] = [];
  const products: number[] = [];
  for (let i = 0; i < count; i++) {
    const sums = new Map<number, number>([[i, 0]]);
    const [first, end] = noiseEntries(examples, i);
    for (let e = first; e < end; e++) {
      const shared = users[coordinates[e] as number] as number[];
      for (let s = 0; s < shared.length; s += 2) {
        const l = shared[s] as number;
        const product = (values[e] as number) * direction(values[shared[s + 1] as number] as number);
        sums.set(l, (sums.get(l) ?? 0) + product);
      }
    }
    for (const [l, sum] of [...sums].sort(([a], [b]) => a - b)) {
      columns.push(l);
      products.push(sum);
    }
    rows[i + 1] = columns.length;
  }
  return { rows, columns: Int32Array.from(columns), values: Float64Array.from(products) };
}

/**
 * Inner products of the initial weights with the noise patches.
 *
 * z_i(0) = <w_0, zeta_i>
 *
 * @param start examples and weights on the active coordinates
 * @param width 2m
 * @returns [n * 2m]
 */
export function initialNoise({ examples, weights }: ActiveStart, width: number): Float64Array {
  const products = new Float64Array(examples.count * width);
  forNoiseEntries(examples, (i, k, _, value) => {
    for (let r = 0, at = i * width; r < width; r++, at++)
      products[at] = (products[at] as number) + value * (weights[k * width + r] as number);
  });
  return products;
}
