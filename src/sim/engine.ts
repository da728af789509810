import type { Examples } from "../data/examples.ts";
import type { Weights } from "../data/weights.ts";
import type { Hyperparameters } from "../optimizers/optimizer.ts";
import type { Network } from "../setting/network.ts";
import type { Batches } from "./batches.ts";
import type { LabelNoise } from "./labelNoise.ts";
import type { LossKeys } from "./losses/registry.ts";
import type { State } from "./state.ts";

/** What an engine is given: all that training depends on, except the batches. */
export interface Problem {
  readonly network: Network;
  readonly optimizer: Hyperparameters & { readonly name: string };
  readonly examples: Examples;
  readonly weights: Weights;
  /** Names it, so that another thread can have it, too; cross-entropy where absent. */
  readonly loss?: LossKeys;
  /** Labels that are flipped anew at every step; none where absent. */
  readonly labelNoise?: LabelNoise;
  /** What lr is multiplied by at step t, from 1; 1 where absent. */
  readonly rate?: (step: number) => number;
}

/** What a result says of the engine that trained it. */
export interface EngineId {
  readonly name: string;
  readonly version: string;
}

/** A training under way. */
export interface Training {
  /** Who takes the steps: the engine that was asked, or the one that it left the problem to. */
  readonly by: EngineId;
  /** Steps done. */
  readonly step: number;
  /** The current weights; valid until the next `run`. */
  readonly weights: Weights;
  /** Takes one step a batch; false if after `step` steps an output was not finite. */
  run(batches: Batches): boolean;
  state(): State;
  /** Goes on from a state of a training of the same problem, by whatever engine; throws an Error for one of another. */
  restore(state: State): void;
  /** Lets go of what the training holds outside this thread, where it does; it takes no step afterwards. */
  end?(): void;
}

/** What a set of examples says of given weights. */
export interface Judged {
  /** F_y - F_{-y}, [count] */
  readonly margins: Float64Array;
  /** max_r <w_{j,r}, xi>, class +1 and class -1, [count] each */
  readonly noise: readonly [Float64Array, Float64Array];
}

/** Judges one set of examples by given weights; valid until the next call. */
export type Judge = (weights: Weights) => Judged;

/** A way to carry out the training. Engines agree on every number up to rounding; `version` changes whenever any number can. */
export interface Engine extends EngineId {
  start(problem: Problem): Training;
  /** Prepares to judge `examples`, whose patches have d coordinates, many times over. */
  judge(network: Network, d: number, examples: Examples): Judge;
}
