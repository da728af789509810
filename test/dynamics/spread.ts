import { TINY, TINY_SQUARE } from "../../src/numeric/flush.ts";
import { biasCorrection } from "../../src/optimizers/biasCorrection.ts";
import type { Hyperparameters, Memory } from "../../src/optimizers/optimizer.ts";
import { optimizerNamed } from "../../src/optimizers/registry.ts";
import { UNIT } from "../helpers/close.ts";
import type { Pulled } from "./pulled.ts";

/**
 * How far a step may move when what it is made of is known up to rounding, [lanes] each: the size of its terms, and how far it spreads.
 * Infinite where the step is not determined: next to 0/0, or beyond the numbers whose squares are finite.
 */
export interface Spread {
  readonly size: Float64Array;
  readonly spread: Float64Array;
}

/** Follows one training: called once a step, after the optimizer's own update, whose memory it is told; t counts from 1. */
export type Spreads = (pulled: Pulled, memory: Memory | null, t: number, batch: number) => Spread;

/** Beyond these, squares and quotients of moments leave the finite numbers. */
const [LARGE, LARGE_SQUARE] = [2 ** 450, 2 ** 900];

/** Below this Lion's memory may have been counted as zero on one side and not on the other (2^-1000, times entries and steps). */
const UNSURE = 1e-290;

/** What a step adds to the error of a moment, over the size of its terms, b the batch (docs/notes/exactness.md). */
const momentError = (b: number) => (4 + 2 * b) * UNIT;
const squareError = (b: number) => (6 + 4 * b) * UNIT;

const room = (lanes: number): Spread => ({ size: new Float64Array(lanes), spread: new Float64Array(lanes) });

/** mom +- E_m and sec +- E_s, by coordinate: `entries` has |xi_i[k]|. */
function adaptive(optimizer: Hyperparameters, lanes: number, entries: Float64Array): Spreads {
  const [b1, b2] = optimizer.betas as readonly [number, number];
  const eps = optimizer.eps as number;
  const [terms, momErr, secErr] = [new Float64Array(lanes), new Float64Array(lanes), new Float64Array(lanes)];
  const secBefore = new Float64Array(lanes);
  const out = room(lanes);
  return ({ size }, memory, t, batch) => {
    const { stepSize, rootScale } = biasCorrection(optimizer, t);
    const { mom: moms, sec: secs } = memory as { mom: Float64Array; sec: Float64Array };
    for (let at = 0; at < lanes; at++) {
      const [mom, sec] = [moms[at] as number, secs[at] as number];
      const large = b1 * (terms[at] as number) + (1 - b1) * (size[at] as number);
      terms[at] = large;
      let me = b1 * (momErr[at] as number) + momentError(batch) * large;
      let se = b2 * (secErr[at] as number) + squareError(batch) * sec;
      // Near the thresholds one side may count as zero what the other does not; what both know to be 0 is.
      const reach = 2 * Math.max(1, entries[at] as number);
      if (large > 0 && Math.abs(mom) <= reach * TINY + me) me += reach * TINY;
      const some = b2 * (secBefore[at] as number) > 0 || se > 0 || (size[at] as number) > 0;
      if (some && sec <= reach * reach * TINY_SQUARE + se) se += reach * reach * TINY_SQUARE;
      momErr[at] = me;
      secErr[at] = se;
      secBefore[at] = sec;
      const low = Math.sqrt(Math.max(0, sec - se)) * rootScale + eps;
      const high = Math.sqrt(sec + se) * rootScale + eps;
      // Where there is no second moment 0/0 is 0 on both sides.
      const none = high === 0;
      const open = !none && (low === 0 || large > LARGE || sec > LARGE_SQUARE || !(se < LARGE_SQUARE));
      // mom/below grows with mom, and for either sign of mom it is extreme at the ends of below.
      const most = (mom + me) / (mom + me > 0 ? low : high);
      const least = (mom - me) / (mom - me < 0 ? low : high);
      out.size[at] = none || open ? 0 : (stepSize * large) / low;
      out.spread[at] = open ? Number.POSITIVE_INFINITY : none ? 0 : stepSize * (most - least);
    }
    return out;
  };
}

/** Lion: the sign of b1 mom + (1-b1) g, mom as it was before the step. */
function signOfMemory({ lr: eta, betas }: Hyperparameters, lanes: number): Spreads {
  const [b1, b2] = betas as readonly [number, number];
  const [mom, terms, error] = [new Float64Array(lanes), new Float64Array(lanes), new Float64Array(lanes)];
  const out = room(lanes);
  return ({ gradient, size }, memory, _, batch) => {
    for (let at = 0; at < lanes; at++) {
      const weighed = b1 * (mom[at] as number) + (1 - b1) * (gradient[at] as number);
      const large = b1 * (terms[at] as number) + (1 - b1) * (size[at] as number);
      const doubt = b1 * (error[at] as number) + momentError(batch) * large;
      terms[at] = b2 * (terms[at] as number) + (1 - b2) * (size[at] as number);
      error[at] = b2 * (error[at] as number) + momentError(batch) * (terms[at] as number);
      mom[at] = memory?.mom?.[at] as number;
      const sure = large === 0 || (Math.abs(weighed) > doubt && Math.abs(weighed) > UNSURE);
      out.size[at] = large === 0 ? 0 : eta;
      out.spread[at] = sure ? 0 : Number.POSITIVE_INFINITY;
    }
    return out;
  };
}

/** Signs, and SGD, whose step is the gradient itself. */
function memoryless(eta: number, signs: boolean, lanes: number): Spreads {
  const out = room(lanes);
  return ({ gradient, size }) => {
    for (let at = 0; at < lanes; at++) {
      // xi a may underflow to 0 where a does not; short of that both sides see one sign.
      const unsure = signs && (size[at] as number) > 0 && gradient[at] === 0;
      out.size[at] = signs ? eta : eta * (size[at] as number);
      out.spread[at] = unsure ? eta : 0;
    }
    return out;
  };
}

/**
 * How far the steps of a training may spread.
 *
 * @param optimizer of the training: of the registry, or a user's own AdamW or Lion
 * @param entries |xi_i[k]| by lane, [lanes]
 * @returns to be called once a step; fills and returns one and the same record
 * Source: ours, docs/notes/exactness.md.
 */
export function spreadsOf(optimizer: Hyperparameters & { readonly name: string }, entries: Float64Array): Spreads {
  const { adaptive: keepsMoments, own } = optimizerNamed(optimizer.name);
  const lanes = entries.length;
  if (keepsMoments) return adaptive(optimizer, lanes, entries);
  if (own) {
    const likeAdamw = own.memory.includes("sec");
    return likeAdamw ? adaptive({ ...optimizer, convention: "paper" }, lanes, entries) : signOfMemory(optimizer, lanes);
  }
  return memoryless(optimizer.lr, optimizer.name !== "sgd", lanes);
}
