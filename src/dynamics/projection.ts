import type { Weights } from "../data/weights.ts";
import { areDisjoint, forNoiseEntries, type NoiseRows, noiseEntries } from "./entries.ts";

/** The nonzero <zeta_i, dir_l>, by rows i. */
export interface Projection {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** The noise entries by coordinate: those on k are entries[starts[k]] .. entries[starts[k+1] - 1], of examples `owners`, ascending. */
export function byCoordinate(examples: NoiseRows) {
  const size = examples.coordinates.reduce((most, k) => Math.max(most, k), 0) + 1;
  const starts = new Int32Array(size + 1);
  forNoiseEntries(examples, (_, k) => {
    starts[k + 1] = (starts[k + 1] as number) + 1;
  });
  for (let k = 0; k < size; k++) starts[k + 1] = (starts[k + 1] as number) + (starts[k] as number);
  const next = starts.slice();
  const owners = new Int32Array(starts[size] as number);
  const entries = new Int32Array(owners.length);
  forNoiseEntries(examples, (i, k, e) => {
    const at = next[k] as number;
    next[k] = at + 1;
    owners[at] = i;
    entries[at] = e;
  });
  return { starts, owners, entries };
}

/** The projection where no two examples meet. */
function diagonal(examples: NoiseRows, direction: (value: number) => number): Projection {
  const { count, values } = examples;
  const products = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [first, end] = noiseEntries(examples, i);
    let sum = 0;
    for (let e = first; e < end; e++) sum += (values[e] as number) * direction(values[e] as number);
    products[i] = sum;
  }
  const inTurn = (length: number) => new Int32Array(length).map((_, i) => i);
  return { rows: inTurn(count + 1), columns: inTurn(count), values: products };
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
export function project(examples: NoiseRows, direction: (value: number) => number): Projection {
  if (areDisjoint(examples)) return diagonal(examples, direction);
  const { count, coordinates, values } = examples;
  const { starts, owners, entries } = byCoordinate(examples);
  const rows = new Int32Array(count + 1);
  const columns: number[] = [];
  const products: number[] = [];
  const sums = new Float64Array(count);
  const metBy = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const met = [i];
    metBy[i] = i;
    sums[i] = 0;
    const [first, end] = noiseEntries(examples, i);
    for (let e = first; e < end; e++) {
      const k = coordinates[e] as number;
      const last = starts[k + 1] as number;
      for (let at = starts[k] as number; at < last; at++) {
        const l = owners[at] as number;
        if (metBy[l] !== i) {
          metBy[l] = i;
          sums[l] = 0;
          met.push(l);
        }
        const along = direction(values[entries[at] as number] as number);
        sums[l] = (sums[l] as number) + (values[e] as number) * along;
      }
    }
    for (const l of met.sort((a, b) => a - b)) {
      columns.push(l);
      products.push(sums[l] as number);
    }
    rows[i + 1] = columns.length;
  }
  return { rows, columns: Int32Array.from(columns), values: Float64Array.from(products) };
}

/** Lanes that are summed side by side. */
const SIDE_BY_SIDE = 4;

/**
 * Inner products of the initial weights with the noise patches.
 *
 * z_i(0) = <w_0, zeta_i>
 *
 * Four lanes of all coordinates, then the next four: many rows of weights are then asked for at once, which lie anywhere in memory.
 *
 * @param start noise patches, one a row, and weights on the active coordinates
 * @param width 2m
 * @returns [n * 2m]
 */
export function initialNoise(
  { examples, weights }: { readonly examples: NoiseRows; readonly weights: Weights },
  width: number,
): Float64Array {
  const { count, coordinates, values } = examples;
  const products = new Float64Array(count * width);
  const whole = width - (width % SIDE_BY_SIDE);
  for (let i = 0; i < count; i++) {
    const [first, end] = noiseEntries(examples, i);
    for (let r = 0; r < whole; r += SIDE_BY_SIDE) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let e = first; e < end; e++) {
        const x = values[e] as number;
        const at = (coordinates[e] as number) * width + r;
        a += x * (weights[at] as number);
        b += x * (weights[at + 1] as number);
        c += x * (weights[at + 2] as number);
        d += x * (weights[at + 3] as number);
      }
      const to = i * width + r;
      products[to] = a;
      products[to + 1] = b;
      products[to + 2] = c;
      products[to + 3] = d;
    }
    for (let r = whole; r < width; r++) {
      let sum = 0;
      for (let e = first; e < end; e++) {
        sum += (values[e] as number) * (weights[(coordinates[e] as number) * width + r] as number);
      }
      products[i * width + r] = sum;
    }
  }
  return products;
}
