import { flush, TINY, TINY_SQUARE } from "../../numeric/flush.ts";
import { InputError, show } from "../../setting/inputError.ts";
import { type Decay, decayFactors } from "../decay.ts";
import type { Hyperparameters, Iterate, Memory, Optimizer } from "../optimizer.ts";
import type { Around, Shape } from "./around.ts";
import type { Block, BlockFunction } from "./block.ts";
import { blocksOf, matrixOf, putMatrix, type Seen, type Sees } from "./blocks.ts";

/** An optimizer of the second form, as what it does. */
export interface Whole {
  readonly name: string;
  readonly sight: Sees;
  readonly decay: Decay;
  /** The optimizer that steps along what the function gives; without one that is the step itself, in units of eta. */
  readonly base?: Optimizer;
  /** Names of what is remembered of every weight, and of every block. */
  readonly memory: readonly string[];
  readonly numbers: readonly string[];
  readonly of: BlockFunction;
}

/** What the two halves of a step share. */
interface Moved {
  /** What the function gave, [as the weights]. */
  readonly given: Float64Array;
  /** What is remembered after the step. */
  readonly memory: Memory;
}

/** The part of an iterate that the base has. */
const baseOf = ({ weights, step, moments }: Iterate, own: readonly string[]): Iterate => {
  const rest = Object.entries(moments ?? {}).filter(([name]) => !own.includes(name));
  return { weights, step, moments: rest.length === 0 ? null : Object.fromEntries(rest) };
};

/** Calls the function for each block; nothing of the iterate is changed. */
function moved(whole: Whole, hyper: Hyperparameters, at: Iterate, gradient: Float64Array, around: Around): Moved {
  const { name, sight, memory: names, numbers, of } = whole;
  const { shape } = around;
  const lanes = shape.classes * shape.neurons;
  const kept = at.moments ?? {};
  const memory = Object.fromEntries([...names, ...numbers].map((one) => [one, (kept[one] as Float64Array).slice()]));
  const given = new Float64Array(gradient.length);
  const take = (block: Seen, place: number) => {
    const matrix = (values: Float64Array) => matrixOf(values, lanes, block);
    const own = Object.fromEntries(names.map((one) => [one, matrix(kept[one] as Float64Array)]));
    const counted = Object.fromEntries(numbers.map((one) => [one, kept[one]?.[place] as number]));
    const told: Block = {
      ...{ rows: block.rows, columns: gradient.length / lanes },
      ...{ gradient: matrix(gradient), weights: matrix(at.weights), memory: own, numbers: counted },
      ...{ hyper: hyper as Block["hyper"], t: at.step + 1 },
      gradientAt(weights) {
        const others = at.weights.slice();
        putMatrix(weights, lanes, block, others);
        return matrix(around.gradientAt(others));
      },
    };
    const result = of(told);
    const due = told.rows * told.columns;
    if (!(result instanceof Float64Array) || result.length !== due)
      throw new InputError(
        `optimizer ${name} must give a Float64Array of rows * columns = ${due} numbers, but gives ${result instanceof Float64Array ? `one of ${result.length}` : show(result)}; correct its function`,
      );
    putMatrix(result, lanes, block, given);
    for (const one of names)
      putMatrix(
        (own[one] as Float64Array).map((x) => flush(x, TINY_SQUARE)),
        lanes,
        block,
        memory[one] as Float64Array,
      );
    for (const one of numbers) (memory[one] as Float64Array)[place] = flush(counted[one] as number, TINY_SQUARE);
  };
  blocksOf(sight, shape).forEach(take);
  return { given, memory };
}

/** w' = rho w - eta given */
function step({ decay }: Whole, hyper: Hyperparameters, from: Float64Array, given: Float64Array, to: Float64Array) {
  const { rho } = decayFactors(decay, hyper);
  const { lr: eta } = hyper;
  for (let k = 0; k < given.length; k++) to[k] = flush(rho * (from[k] as number) - eta * (given[k] as number), TINY);
}

/**
 * Init and update of an optimizer of the second form.
 *
 *   alone:    w' = rho w - eta of(block),  gradient + lambda w (coupled) | gradient, rho = 1 - eta lambda (decoupled)
 *   on base:  one step of base along of(block) in the place of the gradient
 *
 * All blocks are seen before any weight moves. Weights below 2^-500, and what is remembered below 2^-1000, count as zero.
 *
 * @param whole what it sees, what it remembers, what it does
 * @returns `init`, which needs a shape, and `update`, which needs to be told of the network around
 * Source: ours.
 */
export function wholeUpdate(whole: Whole): Pick<Optimizer, "init" | "update"> {
  const { name, sight, decay, base, memory, numbers } = whole;
  const own = [...memory, ...numbers];
  const mustKnow = <T>(given: T | undefined): T => {
    if (given === undefined) throw new Error(`optimizer ${name} must be told of the network around`);
    return given;
  };
  const init = (weights: Float64Array, shape?: Shape): Iterate => {
    const blocks = blocksOf(sight, mustKnow(shape)).length;
    const moments: Memory = {
      ...Object.fromEntries(memory.map((one) => [one, new Float64Array(weights.length)])),
      ...Object.fromEntries(numbers.map((one) => [one, new Float64Array(blocks)])),
      ...base?.init(weights).moments,
    };
    return { weights: weights.slice(), step: 0, moments: Object.keys(moments).length === 0 ? null : moments };
  };
  return {
    init,
    update(hyper, at, gradient, into, around) {
      const told = mustKnow(around);
      const to = into ?? init(at.weights, told.shape);
      const { coupled } = decayFactors(decay, hyper);
      const felt = base ? gradient : gradient.map((g, k) => g + coupled * (at.weights[k] as number));
      const { given, memory: after } = moved(whole, hyper, at, felt, told);
      if (base) base.update(hyper, baseOf(at, own), given, baseOf(to, own));
      else step(whole, hyper, at.weights, given, to.weights);
      for (const [one, values] of Object.entries(after)) to.moments?.[one]?.set(values);
      return { ...to, step: at.step + 1 };
    },
  };
}
