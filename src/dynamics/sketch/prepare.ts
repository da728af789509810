import { largestSize } from "../../numeric/largestSize.ts";
import { byCoordinate } from "../projection.ts";
import type { Direction, Problem } from "../recurrence.ts";
import type { Touching } from "../touching.ts";

/**
 * What fresh examples see of the start and of the directions, so that they are met with coefficients instead of weights.
 *
 *   <w, xi> = rho^t <w_0, zeta> + tau R g + xi[1] u + sum_l P_l c_l,   P_l = <zeta, dir_l>
 *
 * @param problem where the training began
 * @param touching the fresh examples
 * @param direction of the training's noise part
 * @returns begun [count * 2m], remainders [count * 2m], features [count], P by rows; and for each of the four the most that the sizes of its
 *   terms add up to, without the factors that change; the most terms of an example, and the most examples that share a coordinate
 * Source: ours; docs/notes/sketch.md.
 */
export function prepare({ network, start }: Problem, { examples, touched }: Touching, direction: Direction) {
  const width = 2 * network.neurons;
  const { count, rows, coordinates, values } = examples;
  const { starts, owners, entries } = byCoordinate(start.examples);
  const begun = new Float64Array(count * width);
  const remainders = new Float64Array(count * width);
  const features = new Float64Array(count);
  const bounds = new Int32Array(count + 1);
  const columns: number[] = [];
  const products: number[] = [];
  const sums = new Float64Array(start.examples.count);
  const metBy = new Int32Array(start.examples.count).fill(-1);
  const most = { begun: 0, along: 0, terms: 0, owners: 0 };
  for (let i = 0; i < count; i++) {
    const base = i * width;
    const met: number[] = [];
    let [length, alongs] = [0, 0];
    for (let e = rows[i] as number; e < (rows[i + 1] as number); e++) {
      const row = coordinates[e] as number;
      const x = values[e] as number;
      if (row === 0) features[i] = x;
      else if (row >= touched.length) remainders[base + row - touched.length] = x;
      else {
        const k = touched[row] as number;
        for (let r = 0, at = k * width; r < width; r++, at++)
          begun[base + r] = (begun[base + r] as number) + x * (start.weights[at] as number);
        length += Math.abs(x);
        const end = (starts[k + 1] ?? 0) as number;
        const first = Math.min(end, (starts[k] ?? 0) as number);
        most.owners = Math.max(most.owners, end - first);
        for (let at = first; at < end; at++) {
          const l = owners[at] as number;
          if (metBy[l] !== i) {
            metBy[l] = i;
            sums[l] = 0;
            met.push(l);
          }
          const along = x * direction(start.examples.values[entries[at] as number] as number);
          sums[l] = (sums[l] as number) + along;
          alongs += Math.abs(along);
        }
      }
    }
    for (const l of met) {
      columns.push(l);
      products.push(sums[l] as number);
    }
    bounds[i + 1] = columns.length;
    most.begun = Math.max(most.begun, length);
    most.along = Math.max(most.along, alongs);
    most.terms = Math.max(most.terms, (rows[i + 1] as number) - (rows[i] as number) + met.length);
  }
  let largest = 0;
  for (const k of touched.subarray(1))
    largest = Math.max(largest, largestSize(start.weights.subarray(k * width, (k + 1) * width)));
  return {
    begun,
    remainders,
    features,
    bounds,
    columns: Int32Array.from(columns),
    products: Float64Array.from(products),
    most: {
      ...most,
      begun: most.begun * largest,
      remainders: largestSize(remainders),
      features: largestSize(features),
    },
  };
}
