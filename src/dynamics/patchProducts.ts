import type { PatchBasis } from "./patchBasis.ts";
import type { Problem } from "./recurrence.ts";

/** Where a training through the Gram matrix of all patches is. */
export interface AlongPatches {
  /** <w, v>, then <w, xi_l>, [(1 + L) * 2m] */
  readonly seen: Float64Array;
  /** w = rho^t w_0 + sum_l along_l b_l, [(1 + L) * 2m] */
  readonly along: Float64Array;
  /** rho^t */
  readonly decayed: number;
}

/** <w_r, w_r'> over the coordinates from 1 on, [width * width]. */
function productsAtStart({ network, start }: Problem): Float64Array {
  const width = 2 * network.neurons;
  const { weights } = start;
  const products = new Float64Array(width * width);
  for (let k = 1; k < start.coordinates.length; k++) {
    for (let a = 0; a < width; a++) {
      const factor = weights[k * width + a] as number;
      for (let b = 0; b <= a; b++)
        products[a * width + b] = (products[a * width + b] as number) + factor * (weights[k * width + b] as number);
    }
  }
  for (let a = 0; a < width; a++)
    for (let b = 0; b < a; b++) products[b * width + a] = products[a * width + b] as number;
  return products;
}

/**
 * Inner products of the neurons off the feature coordinate, without their weights.
 *
 *   there w = rho^t w_0 + sum_l c_l zeta_l, so <w_a, w_b> = rho^2t <w_0a, w_0b> + rho^t sum_l <w_0a, zeta_l> c_lb + sum_l c_la <zeta_l, w_b>,
 *   and <zeta_l, w> = <xi_l, w> - <v, xi_l> <v, w>
 *
 * @param problem with a feature of one coordinate
 * @param basis of it
 * @returns a function of where the training is, giving [2m * 2m]; it costs O((2m)^2 L), and O((2m)^2 d) once
 * Source: ours, docs/notes/patches.md.
 */
export function patchProducts(problem: Problem, { gram, initial, size }: PatchBasis) {
  const width = 2 * problem.network.neurons;
  let start: Float64Array | undefined;
  const noiseOf = (numbers: Float64Array, l: number, r: number) =>
    (numbers[l * width + r] as number) - (gram[l] as number) * (numbers[r] as number);
  return ({ seen, along, decayed }: AlongPatches): Float64Array => {
    start ??= productsAtStart(problem);
    const products = start.map((value) => decayed * decayed * value);
    const now = new Float64Array(width);
    for (let l = 1; l < size; l++) {
      const own = along.subarray(l * width, (l + 1) * width);
      for (let b = 0; b < width; b++) now[b] = noiseOf(seen, l, b);
      for (let a = 0; a < width; a++) {
        const before = decayed * noiseOf(initial, l, a);
        const mine = own[a] as number;
        for (let b = 0; b < width; b++) {
          const at = a * width + b;
          products[at] = (products[at] as number) + before * (own[b] as number) + mine * (now[b] as number);
        }
      }
    }
    return products;
  };
}
