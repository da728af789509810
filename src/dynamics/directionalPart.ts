import type { Examples } from "../data/examples.ts";
import type { Hyperparameters, Iterate, Moments } from "../optimizers/optimizer.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { coastingOf, decayMoments } from "./coasting.ts";
import { noiseEntries } from "./entries.ts";
import type { NoisePart } from "./noisePart.ts";
import { type Projection, project } from "./projection.ts";

/** State of all (neuron, example) pairs, [n * 2m] each, and the step up to which each example's is up to date, [n]. */
interface State {
  readonly c: Float64Array;
  readonly mom: Float64Array | undefined;
  readonly sec: Float64Array | undefined;
  readonly upTo: Float64Array;
}

/**
 * A noise part that moves along one fixed direction per example: one scalar per (neuron, example).
 *
 *   noise part = sum_i c_i dir_i,   <noise part, zeta_i> = sum_l P_il c_l
 *
 * c_i is a weight of the optimizer itself, whose gradient is the coefficient of xi_i.
 *
 * @param optimizer SGD, or with disjoint supports and eps = 0 any whose decay is decoupled or 0
 * @param examples on the active coordinates
 * @param width 2m
 * @param direction what makes dir_i of an entry of zeta_i: the identity for SGD, the sign for normalized steps
 * @returns the noise part at step 0, which is 0
 * Source: ours; [T25] B.2-B.6 for the signs, Cao et al. 2022 for SGD; docs/notes/coefficients.md.
 */
export function directionalPart(
  optimizer: Hyperparameters & { readonly name: string },
  examples: Examples,
  width: number,
  direction: (value: number) => number,
): NoisePart {
  const { adaptive } = optimizerNamed(optimizer.name);
  const room = () => new Float64Array(examples.count * width);
  const state: State = {
    c: room(),
    mom: adaptive ? room() : undefined,
    sec: adaptive ? room() : undefined,
    upTo: new Float64Array(examples.count),
  };
  return partOf(optimizer, examples, width, direction, project(examples, direction), state);
}

function partOf(
  optimizer: Hyperparameters & { readonly name: string },
  examples: Examples,
  width: number,
  direction: (value: number) => number,
  projection: Projection,
  state: State,
): NoisePart {
  const { c, mom, sec, upTo } = state;
  const { rows, columns, values } = projection;
  const { update } = optimizerNamed(optimizer.name);
  const coasting = coastingOf(optimizer);
  const lanes = (array: Float64Array, i: number) => array.subarray(i * width, (i + 1) * width);
  const momentsOf = (i: number): Moments | null => (mom && sec ? { mom: lanes(mom, i), sec: lanes(sec, i) } : null);

  const coast = (i: number, step: number): void => {
    if (upTo[i] === step) return;
    const factors = coasting(upTo[i] as number, step);
    const at = lanes(c, i);
    for (let r = 0; r < width; r++) at[r] = factors.shrink * (at[r] as number);
    const moments = momentsOf(i);
    if (moments) {
      for (let r = 0; r < width; r++) {
        const root = Math.sqrt(moments.sec[r] as number);
        if (root !== 0) at[r] = (at[r] as number) - (factors.drift * (moments.mom[r] as number)) / root;
      }
      decayMoments(moments, factors);
    }
    upTo[i] = step;
  };
  return {
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
    move(i, step, gradient) {
      const at: Iterate = { weights: lanes(c, i), step, moments: momentsOf(i) };
      update(optimizer, at, gradient, at);
      upTo[i] = step + 1;
    },
    settled(step) {
      const copy = { c: c.slice(), mom: mom?.slice(), sec: sec?.slice(), upTo: upTo.slice() };
      const part = partOf(optimizer, examples, width, direction, projection, copy);
      for (let i = 0; i < examples.count; i++) part.catchUp(i, step);
      return part;
    },
    addTo(weights) {
      for (let i = 0; i < examples.count; i++) {
        const [first, end] = noiseEntries(examples, i);
        for (let e = first; e < end; e++) {
          const base = (examples.coordinates[e] as number) * width;
          const along = direction(examples.values[e] as number);
          for (let r = 0; r < width; r++)
            weights[base + r] = (weights[base + r] as number) + along * (c[i * width + r] as number);
        }
      }
    },
    along: c,
  };
}
