import type { Examples } from "../../data/examples.ts";
import { byCoordinate } from "../projection.ts";
import type { Direction } from "../recurrence.ts";
import type { Touching } from "../touching.ts";

/** How often an entry of a fresh example may meet one of a training example, in the mean. */
const MOST_MEETINGS = 2;

/** The training examples that have a coordinate, ascending, with what their direction is there. */
export interface Owners {
  /** Those of coordinate k are at starts[k] .. starts[k + 1] - 1; none of a coordinate beyond. */
  readonly starts: Int32Array;
  readonly owners: Int32Array;
  /** dir_l[k] */
  readonly directions: Float64Array;
}

/** Who has which coordinate, and what its direction is there. */
export function ownersOf(examples: Examples, direction: Direction): Owners {
  const { starts, owners, entries } = byCoordinate(examples);
  return { starts, owners, directions: Float64Array.from(entries, (e) => direction(examples.values[e] as number)) };
}

/** The first owner of a coordinate, and one past its last. */
export const rangeOf = ({ starts }: Owners, k: number): [number, number] =>
  k + 1 < starts.length ? [starts[k] as number, starts[k + 1] as number] : [0, 0];

/**
 * Which training examples fresh ones meet.
 *
 *   P_l = <zeta, dir_l> over ascending coordinates, one row of it for every fresh example
 *
 * @param touching the fresh examples
 * @param owners of the coordinates
 * @param count of training examples
 * @returns P by rows; the most that the sizes of an example's terms add up to, that the squares of its P_l add up to, that an example meets, and that
 *   own a coordinate; undefined where they meet so often that weights serve better
 * Source: ours; docs/notes/sketch.md.
 */
export function meet({ examples, touched }: Touching, all: Owners, count: number) {
  const { rows, coordinates, values } = examples;
  const { owners, directions } = all;
  const firsts = new Int32Array(touched.length);
  const ends = new Int32Array(touched.length);
  touched.forEach((k, row) => {
    const [first, end] = k === 0 ? [0, 0] : rangeOf(all, k);
    firsts[row] = first;
    ends[row] = end;
  });
  let meets = 0;
  for (const row of coordinates) if (row < touched.length) meets += (ends[row] as number) - (firsts[row] as number);
  if (meets > MOST_MEETINGS * values.length) return undefined;
  const bounds = new Int32Array(examples.count + 1);
  const columns = new Int32Array(meets);
  const products = new Float64Array(meets);
  const sums = new Float64Array(count);
  const metBy = new Int32Array(count).fill(-1);
  const most = { along: 0, squares: 0, met: 0, owners: 0 };
  let end = 0;
  for (let i = 0; i < examples.count; i++) {
    const begun = end;
    let sizes = 0;
    for (let e = rows[i] as number; e < (rows[i + 1] as number); e++) {
      const row = coordinates[e] as number;
      if (row >= touched.length) break;
      const x = values[e] as number;
      const [first, last] = [firsts[row] as number, ends[row] as number];
      for (let at = first; at < last; at++) {
        const l = owners[at] as number;
        if (metBy[l] !== i) {
          metBy[l] = i;
          sums[l] = 0;
          columns[end++] = l;
        }
        const product = x * (directions[at] as number);
        sums[l] = (sums[l] as number) + product;
        sizes += Math.abs(product);
      }
      if (last - first > most.owners) most.owners = last - first;
    }
    let squares = 0;
    for (let p = begun; p < end; p++) {
      const product = sums[columns[p] as number] as number;
      products[p] = product;
      squares += product * product;
    }
    bounds[i + 1] = end;
    most.along = Math.max(most.along, sizes);
    most.squares = Math.max(most.squares, squares);
    most.met = Math.max(most.met, end - begun);
  }
  return { bounds, columns: columns.subarray(0, end), products: products.subarray(0, end), most };
}
