import type { Judged } from "../../sim/engine.ts";
import { activate, loudest, newResponse } from "../../sim/forward.ts";
import { shrunk } from "../coasting.ts";
import type { Problem } from "../recurrence.ts";
import type { Touching } from "../touching.ts";
import { type Owners, rangeOf } from "./meetings.ts";
import type { State } from "./sketch.ts";

/**
 * Judges some fresh examples without weights: those of its coordinates are made one after the other, as `weightsAt` makes them, and met as the
 * plain engine meets them, so that the bits are theirs.
 *
 *   w[k] = rho^t w_0[k] + sum_l dir_l[k] c_l,   <w, xi> = sum_k xi[k] w[k] over ascending k, then tau R g
 *
 * @param problem where the training began
 * @param touching the fresh examples
 * @param owners of the coordinates, with their directions
 * @returns a function of the state and of which examples
 * Source: ours.
 */
export function newExact({ network, start }: Problem, { examples, touched }: Touching, all: Owners) {
  const { rows, coordinates, values, labels } = examples;
  const { owners, directions } = all;
  const { weights } = start;
  const width = 2 * network.neurons;
  const response = newResponse(network);
  const { noise, signal: fromFeature } = response;
  const row = new Float64Array(width);

  /** Adds x w[k] to the noise of every lane. */
  const addRow = (x: number, k: number, { decayed, along }: State): void => {
    const from = k * width;
    const [first, end] = rangeOf(all, k);
    // One owner, as on disjoint supports: nothing is kept on the way.
    if (end === first + 1) {
      const c = (owners[first] as number) * width;
      const direction = directions[first] as number;
      for (let r = 0; r < width; r++) {
        const w = shrunk(decayed, weights[from + r] as number) + direction * (along[c + r] as number);
        noise[r] = (noise[r] as number) + x * w;
      }
      return;
    }
    for (let r = 0; r < width; r++) row[r] = shrunk(decayed, weights[from + r] as number);
    for (let at = first; at < end; at++) {
      const c = (owners[at] as number) * width;
      const direction = directions[at] as number;
      for (let r = 0; r < width; r++) row[r] = (row[r] as number) + direction * (along[c + r] as number);
    }
    for (let r = 0; r < width; r++) noise[r] = (noise[r] as number) + x * (row[r] as number);
  };
  const meet = (i: number, state: State): void => {
    noise.fill(0);
    for (let e = rows[i] as number; e < (rows[i + 1] as number); e++) {
      const place = coordinates[e] as number;
      const x = values[e] as number;
      if (place >= touched.length) {
        const r = place - touched.length;
        noise[r] = (noise[r] as number) + x * state.size;
      } else if (place === 0) {
        for (let r = 0; r < width; r++) noise[r] = (noise[r] as number) + x * (state.signal[r] as number);
      } else addRow(x, touched[place] as number, state);
    }
  };

  return (state: State, chosen: Int32Array): Judged => {
    const [margins, plus, minus] = [0, 1, 2].map(() => new Float64Array(chosen.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    chosen.forEach((i, k) => {
      const y = labels[i] as number;
      meet(i, state);
      for (let r = 0; r < width; r++) fromFeature[r] = y * (state.signal[r] as number);
      margins[k] = activate(y, response);
      plus[k] = loudest(response, 0);
      minus[k] = loudest(response, 1);
    });
    return { margins, noise: [plus, minus] };
  };
}
