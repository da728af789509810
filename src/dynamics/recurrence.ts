import type { ActiveStart } from "../data/activeStart.ts";
import type { Weights } from "../data/weights.ts";
import type { Hyperparameters } from "../optimizers/optimizer.ts";
import type { Network } from "../setting/network.ts";
import type { Batches } from "../sim/batches.ts";
import type { Engine } from "../sim/engine.ts";
import type { LabelNoise } from "../sim/labelNoise.ts";
import type { LossKeys } from "../sim/losses/registry.ts";
import type { State } from "../sim/state.ts";
import type { Asked } from "./weightsAt.ts";

/** What makes dir_i of an entry of zeta_i. */
export type Direction = (value: number) => number;

/** What a recurrence is given: the same as an engine, on the active coordinates alone. */
export interface Problem {
  readonly network: Network;
  readonly optimizer: Hyperparameters & { readonly name: string };
  readonly start: ActiveStart;
  /** Of the margin; cross-entropy where absent. */
  readonly loss?: LossKeys;
  /** Labels that are flipped anew at every step; none where absent. */
  readonly labelNoise?: LabelNoise;
  /** What lr is multiplied by at step t, from 1, and by which key of the run; 1 where absent. */
  readonly rate?: { readonly at: (step: number) => number; readonly told: string };
  /** Whether it is beyond the papers' model. */
  readonly wider?: boolean;
}

/** What a network trains beside its patches' inner products. */
export interface ExtraLanes {
  readonly biases: Float64Array;
  readonly head: Float64Array;
}

/** What a network has with examples that say what they show, such as images. */
export interface ShownLanes {
  /** Of patch 1 of each example, with its strength, [n * K m]; 0 where an example is one vector. */
  readonly first: Float64Array;
  /** <w, v_f> of every lane, [K m], feature by feature. */
  readonly features: readonly Float64Array[];
}

/** The numbers through which the network sees its training set. Lanes as in `Weights`: class +1 first. */
export interface Coefficients {
  /** u = <w, v>, [2m]; of K >= 3 classes each lane's with the feature of its class, [K m] */
  readonly signal: Float64Array;
  /** x_i = <w, xi_i>, [n * 2m]; with more noise patches those of an example follow each other, [n * (P - 1) * 2m] */
  readonly noise: Float64Array;
  /** Biases and second layer, [2m] each, where the network trains them. */
  readonly extra?: ExtraLanes;
  /** Where examples say what they show. */
  readonly shown?: ShownLanes;
}

/** A training under way, in coefficients. Reading it changes nothing. */
export interface Recurrence {
  /** Steps done. */
  readonly step: number;
  /** Takes one step a batch; false if after `step` steps an output was not finite. */
  run(batches: Batches): boolean;
  /** u, what the optimizer remembers of it, then the noise part: the same for every engine. */
  state(): State;
  /** Goes on from a state of a training of the same problem; throws an Error for one of another. */
  restore(state: State): void;
  coefficients(): Coefficients;
  /** Weights on the active coordinates, [A * 2m], or on those asked for. */
  weights(asked?: Asked): Weights;
  /** c_i of every (neuron, noise patch), [n (P - 1) * 2m], where the noise part is sum_i c_i dir_i. */
  along?(): Float64Array | undefined;
  /** What makes dir_i of an entry of zeta_i. */
  readonly direction?: Direction | undefined;
  /** <w_r, w_r'> off the feature coordinate, [2m * 2m], where that is known without the weights. */
  products?(): Float64Array;
}

/** One way to carry out a training in coefficients. */
export interface Method {
  readonly name: string;
  /** What it is exact for, in a few words. */
  readonly about: string;
  /** The first of its conditions that a problem does not meet, with the offender; undefined if it meets all. */
  unmet(problem: Problem): string | undefined;
  /** The training that it carries out in place of the problem's, where it is another one. */
  instead?(problem: Problem): Problem;
  /** The training at its start; `engine` is the first of the registry unless given, and changes no number. */
  start(problem: Problem, engine?: Engine): Recurrence;
}
