import { integerPower } from "../numeric/integerPower.ts";
import { biasCorrection } from "../optimizers/biasCorrection.ts";
import { nextMom, nextSec } from "../optimizers/moments.ts";
import type { Hyperparameters, Moments } from "../optimizers/optimizer.ts";
import { decayMoments, driftHorizon, type MomentDecay, shrinkage, shrunk } from "./coasting.ts";
import { forNoiseEntries, type NoiseRows, noiseEntries } from "./entries.ts";
import type { NoisePart } from "./noisePart.ts";

/** Moments of all (neuron, example) pairs [n * 2m], what was added on every entry of noise [entries * 2m], and what is up to date [n]. */
interface State {
  readonly mom: Float64Array;
  readonly sec: Float64Array;
  readonly added: Float64Array;
  readonly upTo: Float64Array;
}

/**
 * A noise part with eps > 0: moments are still one pair per (neuron, example), but every coordinate takes its own step.
 *
 *   added[k] <- rho added[k] - stepSize xi[k] M/(|xi[k]| sqrt(S) rootScale + eps),   M, S the moments of the coefficient of xi; 0/0 = 0
 *
 * @param optimizer Adam or AdamW whose decay is decoupled or 0
 * @param examples on the active coordinates, supports disjoint
 * @param width 2m
 * @returns the noise part at step 0, which is 0
 * Source: ours, docs/notes/coefficients.md.
 */
export function coordinatePart(
  optimizer: Hyperparameters & { readonly name: string },
  examples: NoiseRows,
  width: number,
): NoisePart {
  const room = (rows: number) => new Float64Array(rows * width);
  const { count } = examples;
  const firsts = firstPlaces(examples);
  const entries = firsts[count] as number;
  const state = { mom: room(count), sec: room(count), added: room(entries), upTo: new Float64Array(count) };
  return partOf(optimizer, examples, width, firsts, state);
}

/** Places of the examples' first entries among the entries of all noise, and how many these are [n + 1]. */
function firstPlaces(examples: NoiseRows): Int32Array {
  const firsts = new Int32Array(examples.count + 1);
  for (let i = 0; i < examples.count; i++) {
    const [first, end] = noiseEntries(examples, i);
    firsts[i + 1] = (firsts[i] as number) + end - first;
  }
  return firsts;
}

function partOf(
  optimizer: Hyperparameters & { readonly name: string },
  examples: NoiseRows,
  width: number,
  firsts: Int32Array,
  state: State,
): NoisePart {
  const { mom, sec, added, upTo } = state;
  const eps = optimizer.eps as number;
  const rho = shrinkage(optimizer);
  const horizon = driftHorizon(optimizer);
  const [b1, b2] = optimizer.betas as readonly [number, number];
  const oneStep: MomentDecay = { momFactor: b1, secFactor: b2 };
  const numerators = new Float64Array(width);
  const roots = new Float64Array(width);
  const momentsOf = (i: number): Moments => ({
    mom: mom.subarray(i * width, (i + 1) * width),
    sec: sec.subarray(i * width, (i + 1) * width),
  });

  /** Where what was added on an example's first entry of noise begins. */
  const placeOf = (i: number): number => (firsts[i] as number) * width;

  /** Step t on the support of example i, from moments that already belong to it. */
  const advance = (i: number, moments: Moments, t: number): void => {
    const { stepSize, rootScale } = biasCorrection(optimizer, t);
    for (let r = 0; r < width; r++) {
      numerators[r] = stepSize * (moments.mom[r] as number);
      roots[r] = Math.sqrt(moments.sec[r] as number) * rootScale;
    }
    const [first, end] = noiseEntries(examples, i);
    for (let e = first, at = placeOf(i); e < end; e++) {
      const x = examples.values[e] as number;
      const size = Math.abs(x);
      for (let r = 0; r < width; r++, at++) {
        const below = size * (roots[r] as number) + eps;
        const moved = below === 0 ? 0 : (x * (numerators[r] as number)) / below;
        added[at] = rho * (added[at] as number) - moved;
      }
    }
  };

  const coast = (i: number, step: number): void => {
    const from = upTo[i] as number;
    if (from === step) return;
    const felt = from + Math.min(step - from, horizon);
    const moments = momentsOf(i);
    for (let t = from + 1; t <= felt; t++) {
      decayMoments(moments, oneStep);
      advance(i, moments, t);
    }
    const rest = step - felt;
    if (rest > 0) {
      decayMoments(moments, { momFactor: integerPower(b1, rest), secFactor: integerPower(b2, rest) });
      const shrink = integerPower(rho, rest);
      for (let at = placeOf(i); at < placeOf(i + 1); at++) added[at] = shrunk(shrink, added[at] as number);
    }
    upTo[i] = step;
  };

  return {
    numbers: [added, mom, sec, upTo],
    catchUp: coast,
    addSeen(i, out) {
      const [first, end] = noiseEntries(examples, i);
      for (let e = first, at = placeOf(i); e < end; e++) {
        const x = examples.values[e] as number;
        for (let r = 0; r < width; r++, at++) out[r] = (out[r] as number) + x * (added[at] as number);
      }
    },
    move(visited, step, gradients) {
      visited.forEach((i, place) => {
        const moments = momentsOf(i);
        for (let r = 0; r < width; r++) {
          const g = gradients[place * width + r] as number;
          moments.mom[r] = nextMom(b1, moments.mom[r] as number, g);
          moments.sec[r] = nextSec(b2, moments.sec[r] as number, g);
        }
        advance(i, moments, step + 1);
        upTo[i] = step + 1;
      });
    },
    copy() {
      const state = { mom: mom.slice(), sec: sec.slice(), added: added.slice(), upTo: upTo.slice() };
      return partOf(optimizer, examples, width, firsts, state);
    },
    addTo(weights, places) {
      let at = 0;
      forNoiseEntries(examples, (_, k) => {
        const place = places[k] as number;
        if (place >= 0) {
          for (let r = 0, to = place * width; r < width; r++, to++)
            weights[to] = (weights[to] as number) + (added[at + r] as number);
        }
        at += width;
      });
    },
  };
}
