import type { Decay } from "./decay.ts";
import type { Program } from "./formula/program.ts";
import type { Parameters } from "./parameters.ts";
import type { Around, Shape } from "./whole/around.ts";
import type { Sees } from "./whole/blocks.ts";

/**
 * The two readings of Adam, never mixed silently:
 * `pytorch` corrects the bias of the moments (mom/(1-b1^t), sec/(1-b2^t)); `paper` ([T25] 3.4-3.6) does not.
 */
export const CONVENTIONS = ["pytorch", "paper"] as const;
/** How moments are made: bias-corrected ("pytorch"), or as [T25] prints them ("paper"). */
export type Convention = (typeof CONVENTIONS)[number];

/** Hyperparameters: eta = lr, lambda = weightDecay, (b1, b2) = betas. `betas` and `eps` belong to the adaptive optimizers alone. */
export interface Hyperparameters {
  readonly lr: number;
  readonly weightDecay: number;
  readonly convention: Convention;
  readonly betas?: readonly [number, number];
  readonly eps?: number;
}

/**
 * An optimizer as formulas (docs/notes/formulas.md): memory' = its formula, one after the other; w' = rho w - step, step = eta direction.
 */
export type Formulas = { readonly memory?: Readonly<Record<string, string>> } & (
  | { readonly direction: string }
  | { readonly step: string }
);

/** What an optimizer remembers of the gradients, by name: one number a weight each. */
export type Memory = Readonly<Record<string, Float64Array>>;

/** The memory of the adaptive optimizers: the first and second moment of the gradient. */
export type Moments = { readonly mom: Float64Array; readonly sec: Float64Array };

/** All that training carries from step to step: the weights, the steps done, the moments where the optimizer has them. */
export interface Iterate {
  readonly weights: Float64Array;
  readonly step: number;
  readonly moments: Memory | null;
}

/** What sets an optimizer apart that is none of the papers': a user's own (src/optimizers/defineOptimizer.ts), or another one of ours. */
export interface Own {
  /** Defaults of `betas` and `eps`, where it takes them. */
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  /** Hyperparameters beside them, by name, with their defaults. */
  readonly parameters?: Parameters;
  /** Names of the numbers that it remembers for every weight. */
  readonly memory: readonly string[];
  /** Whether at eps = 0 its steps keep their size and turn with the sign of c where all gradients are multiplied by c. */
  readonly normalized: boolean;
  /** What its formulas come to, where it was given by formulas: engines make kernels of it. */
  readonly program?: Program;
  /** Present where its direction gave other steps when it was tried again: it depends on more than it is given. */
  readonly dependsOnMore?: true;
  /** Whether they ask for the weight itself, so that weights without gradients need not shrink by rho. */
  readonly readsWeight?: boolean;
  /** Of the second form: what its update sees at once. Absent where every weight moves by itself. */
  readonly sees?: Sees;
  /** Of the second form: the optimizer that it stands on, which steps along what it makes of the gradient. */
  readonly base?: string;
  /** Of the second form: whether coordinates that no gradient was on yet, but for the decay, stay where they are and change no other one. */
  readonly inert?: boolean;
  /** Present where it is for matrices alone: the network has neither biases nor a second layer to train. */
  readonly matrices?: true;
}

/**
 * An optimizer: a pair of pure functions. In the first form every weight moves by itself; in the second (`own.sees`) an update sees a neuron's
 * vector, a class's matrix or all weights, and may ask for the gradient at other ones: it is told of the network around.
 *
 * `update` reads `at` and writes the next iterate into the arrays of `into`, fresh ones unless given; `into` may be `at`
 * (every coordinate is read before it is written), which is how a training loop allocates nothing.
 */
export interface Optimizer {
  readonly name: string;
  readonly title: string;
  readonly decay: Decay;
  /** Whether it keeps Adam's moments, hence takes `betas` and `eps`. */
  readonly adaptive: boolean;
  /** Absent for the papers' optimizers. */
  readonly own?: Own;
  /** Its formulas, by convention; absent where it is a function. */
  readonly formulas?: Readonly<Record<Convention, Formulas>>;
  /** The update in a line, for people. */
  readonly formula: string;
  readonly source: string;
  /** The first iterate: these weights, and memories of 0. */
  init(weights: Float64Array, shape?: Shape): Iterate;
  /** One step from `at` along a gradient [as the weights]; written into `into` where it is given. */
  update(hyper: Hyperparameters, at: Iterate, gradient: Float64Array, into?: Iterate, around?: Around): Iterate;
}

/** The first iterate without moments: a copy of the weights at step 0. */
export const initPlain = (weights: Float64Array): Iterate => ({ weights: weights.slice(), step: 0, moments: null });

/** The first iterate with moments, both zero. */
export const initMoments = (weights: Float64Array): Iterate => ({
  weights: weights.slice(),
  step: 0,
  moments: { mom: new Float64Array(weights.length), sec: new Float64Array(weights.length) },
});
