import type { Hyperparameters } from "../optimizer.ts";

/** What the function of an optimizer of the second form is given: one block, each array a matrix row by row, a neuron a row. */
export interface Block<
  Memory extends string = string,
  Kept extends string = string,
  Parameter extends string = string,
> {
  readonly rows: number;
  /** d, then one each for the biases and the second layer where the network trains them; of a training on the active coordinates only those. */
  readonly columns: number;
  /** Of the loss; with lambda w in it where the decay is coupled and the optimizer stands on no other one. [rows * columns] */
  readonly gradient: Float64Array;
  /** [rows * columns] */
  readonly weights: Float64Array;
  /** What is remembered of every weight, [rows * columns] each, 0 at first; brought up to date in place. */
  readonly memory: Readonly<Record<Memory, Float64Array>>;
  /** What is remembered of the block, a number each, 0 at first; brought up to date in place. */
  readonly numbers: Record<Kept, number>;
  readonly hyper: Required<Hyperparameters> & Readonly<Record<Parameter, number>>;
  /** The number of the step, from 1. */
  readonly t: number;
  /** Gradient of the loss of the same batch where the block's weights are these and all others as they are, [rows * columns]. */
  gradientAt(weights: Float64Array): Float64Array;
}

/** From a block to the step of its weights in units of eta, or to the gradient that another optimizer steps along; [rows * columns]. */
export type BlockFunction<
  Memory extends string = string,
  Kept extends string = string,
  Parameter extends string = string,
> = (block: Block<Memory, Kept, Parameter>) => Float64Array;
