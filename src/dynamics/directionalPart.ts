import type { Weights } from "../data/weights.ts";
import type { Hyperparameters, Iterate, Memory, Moments } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { coastByStep } from "./coastByStep.ts";
import { coastingOf, decayMoments, driftHorizon, shrunk } from "./coasting.ts";
import { forNoiseEntries, type NoiseRows } from "./entries.ts";
import type { NoisePart } from "./noisePart.ts";
import { type Projection, project } from "./projection.ts";
import type { Places } from "./weightsAt.ts";

/** State of all (neuron, example) pairs, [n * 2m] each, and the step up to which each example's is up to date, [n]. */
interface State {
  readonly c: Float64Array;
  readonly moments: Memory | null;
  readonly upTo: Float64Array;
}

/**
 * A noise part that moves along one fixed direction per example: one scalar per (neuron, example).
 *
 *   noise part = sum_i c_i dir_i,   <noise part, zeta_i> = sum_l P_il c_l
 *
 * c_i is a weight of the optimizer itself, whose gradient is the coefficient of xi_i.
 *
 * @param optimizer SGD, or with disjoint supports any that is normalized and whose decay is decoupled or 0; its eps is that of the scalars (`withScalarEps`)
 * @param examples noise patches on the active coordinates
 * @param width 2m
 * @param direction what makes dir_i of an entry of zeta_i: the identity for SGD, the sign for normalized steps
 * @returns the noise part at step 0, which is 0
 * Source: ours; [T25] B.2-B.6 for the signs, Cao et al. 2022 for SGD; docs/notes/coefficients.md.
 */
export function directionalPart(
  optimizer: Hyperparameters & { readonly name: string },
  examples: NoiseRows,
  width: number,
  direction: (value: number) => number,
): NoisePart {
  const { weights: c, moments } = optimizerNamed(optimizer.name).init(new Float64Array(examples.count * width));
  const state: State = { c, moments, upTo: new Float64Array(examples.count) };
  return partOf(optimizer, examples, width, direction, project(examples, direction), state);
}

/**
 * Adds a combination of the directions to weights.
 *
 *   w += sum_i c_i dir_i
 *
 * @param examples on the active coordinates
 * @param direction what makes dir_i of an entry of zeta_i
 * @param c [n * 2m]
 * @param weights changed
 * @param places where coordinates have their rows among them
 */
export function addDirections(
  examples: NoiseRows,
  direction: (value: number) => number,
  c: Float64Array,
  weights: Weights,
  places: Places,
): void {
  const width = c.length / examples.count;
  forNoiseEntries(examples, (i, k, _, value) => {
    const place = places[k] as number;
    if (place < 0) return;
    const along = direction(value);
    for (let r = 0, at = place * width; r < width; r++, at++)
      weights[at] = (weights[at] as number) + along * (c[i * width + r] as number);
  });
}

/** Applies a function to every array of a memory. */
const mapMemory = (memory: Memory | null, of: (values: Float64Array) => Float64Array): Memory | null =>
  memory && Object.fromEntries(Object.entries(memory).map(([name, values]) => [name, of(values)]));

/** Copies the lanes of some examples side by side, or back to where they belong. */
function exchange(
  all: Float64Array,
  batch: Float64Array,
  visited: readonly number[],
  width: number,
  back = false,
): void {
  for (let place = 0; place < visited.length; place++) {
    const from = (visited[place] as number) * width;
    const to = place * width;
    if (back) for (let r = 0; r < width; r++) all[from + r] = batch[to + r] as number;
    else for (let r = 0; r < width; r++) batch[to + r] = all[from + r] as number;
  }
}

function partOf(
  optimizer: Hyperparameters & { readonly name: string },
  examples: NoiseRows,
  width: number,
  direction: (value: number) => number,
  projection: Projection,
  state: State,
): NoisePart {
  const { c, moments, upTo } = state;
  const { rows, columns, values } = projection;
  const { init, update, own } = optimizerNamed(optimizer.name);
  const coasting = coastingOf(optimizer);
  // With an eps, and of a user's own, no sum over steps is known; with one they are felt no longer than without.
  const oneByOne = own !== undefined || (optimizer.eps ?? 0) > 0;
  const horizon = own ? Infinity : driftHorizon(optimizer);
  // The lanes of a batch's examples side by side, so that one call of the optimizer moves them all.
  let batch = init(new Float64Array(0));

  const coast = (i: number, step: number): void => {
    if (upTo[i] === step) return;
    const [first, end] = [i * width, (i + 1) * width];
    let from = upTo[i] as number;
    if (oneByOne && moments) {
      const lanes = (values: Float64Array) => values.subarray(first, end);
      const felt = Math.min(step, from + horizon);
      coastByStep(optimizer, { weights: lanes(c), step: from, moments: mapMemory(moments, lanes) }, felt);
      upTo[i] = step;
      if (felt === step) return;
      from = felt;
    }
    const factors = coasting(from, step);
    for (let at = first; at < end; at++) c[at] = shrunk(factors.shrink, c[at] as number);
    if (moments) {
      const { mom, sec } = moments as Moments;
      for (let at = first; at < end && !oneByOne; at++) {
        const root = Math.sqrt(sec[at] as number);
        if (root !== 0) c[at] = (c[at] as number) - (factors.drift * (mom[at] as number)) / root;
      }
      decayMoments({ mom, sec }, factors, first, end);
    }
    upTo[i] = step;
  };
  const exchangeAll = (visited: readonly number[], back = false): void => {
    exchange(c, batch.weights, visited, width, back);
    for (const name in moments) {
      exchange(moments[name] as Float64Array, batch.moments?.[name] as Float64Array, visited, width, back);
    }
  };

  return {
    numbers: [c, ...Object.values(moments ?? {}), upTo],
    catchUp(i, step) {
      const end = rows[i + 1] as number;
      for (let p = rows[i] as number; p < end; p++) coast(columns[p] as number, step);
    },
    addSeen(i, out) {
      const end = rows[i + 1] as number;
      for (let p = rows[i] as number; p < end; p++) {
        const base = (columns[p] as number) * width;
        const product = values[p] as number;
        for (let r = 0; r < width; r++) out[r] = (out[r] as number) + product * (c[base + r] as number);
      }
    },
    move(visited, step, gradients) {
      if (batch.weights.length < gradients.length) batch = init(new Float64Array(gradients.length));
      const at: Iterate = { ...batch, step };
      exchangeAll(visited);
      update(optimizer, at, gradients, at);
      exchangeAll(visited, true);
      for (const i of visited) upTo[i] = step + 1;
    },
    copy() {
      const copied = mapMemory(moments, (values) => values.slice());
      const state = { c: c.slice(), moments: copied, upTo: upTo.slice() };
      return partOf(optimizer, examples, width, direction, projection, state);
    },
    addTo: (weights, places) => addDirections(examples, direction, c, weights, places),
    along: c,
  };
}
