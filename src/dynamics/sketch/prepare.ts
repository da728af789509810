import type { Examples } from "../../data/examples.ts";
import { largestSize } from "../../numeric/largestSize.ts";
import { addRow, byCoordinate } from "../projection.ts";
import type { Direction, Problem } from "../recurrence.ts";
import type { Touching } from "../touching.ts";

/** How often an entry of a fresh example may meet one of a training example, in the mean. */
const MOST_MEETINGS = 2;

/** Sums <zeta, dir_l> over the entries of one patch after the other: `add` an entry, then `take` what came together. */
function newMeetings(examples: Examples, direction: Direction) {
  const { starts, owners, entries } = byCoordinate(examples);
  const directions = Float64Array.from(entries, (e) => direction(examples.values[e] as number));
  const sums = new Float64Array(examples.count);
  const met: number[] = [];
  const isMet = new Uint8Array(examples.count);
  let sizes = 0;
  const ownersOf = (k: number): number =>
    k + 1 < starts.length ? (starts[k + 1] as number) - (starts[k] as number) : 0;
  return {
    /** How many training examples have coordinate k. */
    ownersOf,
    /** Entry x on coordinate k. */
    add(k: number, x: number): void {
      const first = starts[k] ?? 0;
      const end = first + ownersOf(k);
      for (let at = first; at < end; at++) {
        const l = owners[at] as number;
        if (isMet[l] === 0) {
          isMet[l] = 1;
          met.push(l);
        }
        const product = x * (directions[at] as number);
        sums[l] = (sums[l] as number) + product;
        sizes += Math.abs(product);
      }
    },
    /** Gives every l met with its sum, and forgets them; returns the sum of the terms' sizes. */
    take(give: (l: number, sum: number) => void): number {
      for (const l of met) {
        give(l, sums[l] as number);
        sums[l] = 0;
        isMet[l] = 0;
      }
      met.length = 0;
      const all = sizes;
      sizes = 0;
      return all;
    },
  };
}

/**
 * What fresh examples see of the start and of the directions, so that they are met with coefficients instead of weights.
 *
 *   <w, xi> = rho^t <w_0, zeta> + tau R g + xi[1] u + sum_l P_l c_l,   P_l = <zeta, dir_l>
 *
 * @param problem where the training began
 * @param touching the fresh examples
 * @param direction of the training's noise part
 * @returns begun [count * 2m], remainders [count * 2m], features [count], P by rows; and for each of the four the most that the sizes of its
 *   terms add up to, without the factors that change; the most entries of an
 *   example, training examples that it meets, and owners of a coordinate; undefined where they meet so often that weights serve better
 * Source: ours; docs/notes/sketch.md.
 */
export function prepare({ network, start }: Problem, { examples, touched }: Touching, direction: Direction) {
  const width = 2 * network.neurons;
  const { count, rows, coordinates, values } = examples;
  const meetings = newMeetings(start.examples, direction);
  const owned = touched.map(meetings.ownersOf);
  const meets = coordinates.reduce((sum, row) => sum + (owned[row] ?? 0), 0);
  if (meets > MOST_MEETINGS * values.length) return undefined;
  const begun = new Float64Array(count * width);
  const remainders = new Float64Array(count * width);
  const features = new Float64Array(count);
  const bounds = new Int32Array(count + 1);
  const columns: number[] = [];
  const products: number[] = [];
  const most = { length: 0, along: 0, entries: 0, met: 0, owners: 0 };
  const prepareOne = (i: number): void => {
    const base = i * width;
    const [first, end] = [rows[i] as number, rows[i + 1] as number];
    let length = 0;
    for (let e = first; e < end; e++) {
      const row = coordinates[e] as number;
      const x = values[e] as number;
      if (row === 0) features[i] = x;
      else if (row >= touched.length) remainders[base + row - touched.length] = x;
      else {
        const k = touched[row] as number;
        addRow(begun, base, x, start.weights, k * width, width);
        meetings.add(k, x);
        most.owners = Math.max(most.owners, meetings.ownersOf(k));
        length += Math.abs(x);
      }
    }
    const along = meetings.take((l, sum) => {
      columns.push(l);
      products.push(sum);
    });
    bounds[i + 1] = columns.length;
    most.length = Math.max(most.length, length);
    most.along = Math.max(most.along, along);
    most.entries = Math.max(most.entries, end - first);
    most.met = Math.max(most.met, columns.length - (bounds[i] as number));
  };
  for (let i = 0; i < count; i++) prepareOne(i);
  let largest = 0;
  for (const k of touched.subarray(1)) {
    for (let at = k * width; at < (k + 1) * width; at++)
      largest = Math.max(largest, Math.abs(start.weights[at] as number));
  }
  const { length, ...others } = most;
  return {
    begun,
    remainders,
    features,
    bounds,
    columns: Int32Array.from(columns),
    products: Float64Array.from(products),
    most: { ...others, begun: length * largest, remainders: largestSize(remainders), features: largestSize(features) },
  };
}

/** What a sketch is made from. */
export type Prepared = NonNullable<ReturnType<typeof prepare>>;
