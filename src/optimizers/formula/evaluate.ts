import type { Arithmetic } from "../../numeric/arithmetic.ts";
import type { Hyperparameters } from "../optimizer.ts";
import { parametersIn } from "../parameters.ts";
import type { Instruction, Program } from "./program.ts";

/** Numbers of one weight, and those that all weights share. */
export interface At<T> {
  readonly weight: T;
  /** Of the loss alone. */
  readonly gradient: T;
  readonly memory: Readonly<Record<string, T>>;
  readonly shared: (name: string) => T;
  /** t >= 1, for powers. */
  readonly step: number;
}

/**
 * The result of one operation.
 *
 * @param instruction the operation
 * @param arithmetic what numbers are
 * @param at what it starts from
 * @param results of the operations before it
 * @returns its result; a flush to zero is left out
 * Source: ours.
 */
export function apply<T>(instruction: Instruction, arithmetic: Arithmetic<T>, at: At<T>, results: readonly T[]): T {
  const of = (place: number) => results[place] as T;
  switch (instruction.op) {
    case "number":
      return arithmetic.number(instruction.value);
    case "shared":
      return at.shared(instruction.name);
    case "weight":
      return at.weight;
    case "gradient":
      return at.gradient;
    case "memory":
      return at.memory[instruction.name] as T;
    case "power":
      return arithmetic.power(of(instruction.of), instruction.times * at.step + instruction.plus);
    case "flush":
      return of(instruction.of);
    case "neg":
    case "abs":
    case "sign":
    case "sqrt":
      return arithmetic[instruction.op](of(instruction.of));
    case "mul":
      return instruction.left === instruction.right
        ? arithmetic.square(of(instruction.left))
        : arithmetic.mul(of(instruction.left), of(instruction.right));
    default:
      return arithmetic[instruction.op](of(instruction.left), of(instruction.right));
  }
}

/**
 * What an update computes once for all weights of a step.
 *
 * @param program the update
 * @param arithmetic as for `evaluate`
 * @param at of it `shared` and `step`
 * @returns the results by place, undefined where they differ from weight to weight
 * Source: ours.
 */
export function sharedResults<T>(
  { instructions }: Program,
  arithmetic: Arithmetic<T>,
  at: Pick<At<T>, "shared" | "step">,
): (T | undefined)[] {
  const results: (T | undefined)[] = [];
  for (const instruction of instructions)
    results.push(instruction.shared ? apply(instruction, arithmetic, at as At<T>, results as T[]) : undefined);
  return results;
}

/**
 * One step of one weight in any arithmetic.
 *
 *   w' = rho w - step,  memory' = its formula;  nothing is flushed to zero
 *
 * @param program the update
 * @param arithmetic doubles, intervals, decimals, ...
 * @param at where the weight is
 * @param known results that do not differ from weight to weight (`sharedResults`); found anew unless given
 * @returns weight and memories after the step, and the step that was subtracted
 * Source: ours.
 */
export function evaluate<T>(
  program: Program,
  arithmetic: Arithmetic<T>,
  at: At<T>,
  known: readonly (T | undefined)[] = [],
) {
  const results: T[] = [];
  program.instructions.forEach((instruction, place) => {
    results.push(known[place] ?? apply(instruction, arithmetic, at, results));
  });
  const memory = Object.fromEntries(program.memory.map(({ name, result }) => [name, results[result] as T]));
  return { weight: results[program.weight] as T, memory, step: results[program.step] as T };
}

/**
 * The numbers that all weights of a step share, from hyperparameters.
 *
 * @param hyper eta = lr, lambda = weightDecay, betas, eps, and the optimizer's own parameters
 * @param step t >= 1
 * @returns each by the name that formulas have for it
 */
export function sharedBy(hyper: Hyperparameters, step: number): (name: string) => number {
  const { lr, weightDecay, betas: [b1, b2] = [0, 0], eps = 0 } = hyper;
  const values: Readonly<Record<string, number>> = {
    ...parametersIn(hyper),
    ...{ eta: lr, lambda: weightDecay, b1, b2, eps, t: step },
  };
  return (name) => values[name] as number;
}
