import { largestSize } from "../../numeric/largestSize.ts";
import { newArena } from "../../sim/engines/arena.ts";
import type { Problem } from "../recurrence.ts";
import type { Touching } from "../touching.ts";
import { newKernel } from "./kernel.ts";
import { meet, type Owners } from "./meetings.ts";
import { isModerate, powerAbove } from "./units.ts";

/** What fresh examples have besides noise on active coordinates, and how large the sums over these are at most. */
function apart({ examples, touched }: Touching, width: number) {
  const { count, rows, coordinates, values } = examples;
  const features = new Float64Array(count);
  const hasRemainders = coordinates.some((row) => row >= touched.length);
  const remainders = new Float64Array(hasRemainders ? count * width : 0);
  let [length, entries] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [first, end] = [rows[i] as number, rows[i + 1] as number];
    let sum = 0;
    for (let e = first; e < end; e++) {
      const row = coordinates[e] as number;
      const x = values[e] as number;
      if (row === 0) features[i] = x;
      else if (row >= touched.length) remainders[i * width + row - touched.length] = x;
      else sum += Math.abs(x);
    }
    length = Math.max(length, sum);
    entries = Math.max(entries, end - first);
  }
  return { features, remainders, length, entries };
}

/** <w_0, zeta> of fresh examples, [count * 8 ceil(m/4)] single numbers, by a kernel whose memory is let go. */
function begin({ network: { neurons }, start }: Problem, { examples, touched }: Touching, scale: number): Float32Array {
  const { count, rows, coordinates, values } = examples;
  const half = 4 * Math.ceil(neurons / 4);
  const lanes = 2 * half;
  const kernel = newKernel();
  const arena = newArena(kernel);
  const weights = arena.reserve(8 * lanes * touched.length);
  const bounds = new Int32Array(count + 1);
  const entries = arena.reserve(16 * values.length);
  const table = arena.place(bounds);
  const out = arena.reserve(4 * lanes * count);
  const { buffer } = kernel.memory;
  const rowsOf = new Float64Array(buffer, weights, lanes * touched.length);
  for (let row = 0; row < touched.length; row++) {
    const from = 2 * neurons * (touched[row] as number);
    const to = lanes * row;
    for (let r = 0; r < neurons; r++) {
      rowsOf[to + r] = start.weights[from + r] as number;
      rowsOf[to + half + r] = start.weights[from + neurons + r] as number;
    }
  }
  const addresses = new Uint32Array(buffer, entries, 4 * values.length);
  const factors = new Float64Array(buffer, entries, 2 * values.length);
  let end = 0;
  for (let i = 0; i < count; i++) {
    for (let e = rows[i] as number; e < (rows[i + 1] as number); e++) {
      const row = coordinates[e] as number;
      if (row === 0 || row >= touched.length) continue;
      addresses[4 * end] = weights + 8 * lanes * row;
      factors[2 * end + 1] = values[e] as number;
      end++;
    }
    bounds[i + 1] = end;
  }
  arena.write(table, bounds);
  kernel.begin(table, entries, count, lanes, scale, out);
  return new Float32Array(buffer, out, lanes * count);
}

/**
 * What fresh examples see of the start and of the directions, so that they are met with coefficients instead of weights.
 *
 *   <w, xi> = rho^t <w_0, zeta> + tau R g + xi[1] u + sum_l P_l c_l,   P_l = <zeta, dir_l>
 *
 * @param problem where the training began
 * @param touching the fresh examples
 * @param owners of the coordinates, with the direction of the training's noise part
 * @returns begun [count * 8 ceil(m/4)], in the unit that is given with it, remainders [count * 2m], features [count], P by rows; and for each of the
 *   four the most that the sizes of its terms add up to, without the factors that change; the largest |P|_2, the most entries of an example,
 *   training examples that it meets, and owners of a coordinate; undefined where they meet so often that weights serve better, or numbers
 *   are so large or small that no bound would hold
 * Source: ours; docs/notes/sketch.md.
 */
export function prepare(problem: Problem, touching: Touching, owners: Owners) {
  const { network, start } = problem;
  const width = 2 * network.neurons;
  const met = meet(touching, owners, start.examples.count);
  if (!met) return undefined;
  const { length, entries, ...others } = apart(touching, width);
  let largest = 0;
  for (const k of touching.touched.subarray(1)) {
    for (let at = k * width; at < (k + 1) * width; at++)
      largest = Math.max(largest, Math.abs(start.weights[at] as number));
  }
  const { squares, ...ofMeetings } = met.most;
  const most = {
    ...ofMeetings,
    entries,
    begun: length * largest,
    remainders: largestSize(others.remainders),
    features: largestSize(others.features),
    // A hundred-millionth for its rounding, and what squares may have lost below the least number.
    norm: (1 + 1e-8) * Math.sqrt(squares) + 1e-150,
  };
  const parts = [most.begun, most.remainders, most.features, most.along];
  if (!parts.every((x) => x === 0 || isModerate(x))) return undefined;
  const unit = powerAbove(most.begun || 1);
  return { ...others, ...met, begun: { unit, lanes: begin(problem, touching, 1 / unit) }, most };
}

/** What a sketch is made from. */
export type Prepared = NonNullable<ReturnType<typeof prepare>>;
