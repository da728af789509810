import { InputError, show } from "../setting/inputError.ts";
import { activeSet } from "./activeSet.ts";
import { coordinate } from "./coordinate.ts";
import { gram } from "./gram.ts";
import type { Method, Problem } from "./recurrence.ts";
import { scalar } from "./scalar.ts";
import { sign } from "./sign.ts";

/** The exact methods, the strongest first (the fewest numbers a step); the last one is possible for all but optimizers that see more than it has. */
export const EXACT_METHODS: readonly Method[] = [gram, scalar, coordinate, activeSet];

/** Every method that can be asked for by name. Adding one is one line here. */
export const METHODS: readonly Method[] = [...EXACT_METHODS, sign];

/** Names that `method` of a run file may have. */
export const METHOD_NAMES = ["auto", ...METHODS.map(({ name }) => name)];

/** Which method a training is reduced to, and why not a stronger one. */
export interface Reduction {
  readonly method: Method;
  /** The stronger methods, each with the condition that the problem does not meet; absent where a method was asked for. */
  readonly unmet?: readonly { readonly method: string; readonly condition: string }[];
}

/**
 * The strongest exact recurrence of a training; its conditions are looked at on the start itself.
 *
 * @param problem network, optimizer, start
 * @returns the method, and of every stronger one the condition that failed
 * @throws InputError where no recurrence follows the optimizer
 * Source: ours, docs/notes/coefficients.md.
 */
export function reduce(problem: Problem): Reduction {
  const unmet: { method: string; condition: string }[] = [];
  for (const method of EXACT_METHODS) {
    const condition = method.unmet(problem);
    if (condition === undefined) return { method, unmet };
    unmet.push({ method: method.name, condition });
  }
  const last = unmet.at(-1) as (typeof unmet)[number];
  throw new InputError(
    `optimizer must be one that level 1 can follow, but is ${show(problem.optimizer.name)}: ${last.condition}; train with simulate`,
  );
}

/**
 * The method of a name.
 *
 * @param name one of METHOD_NAMES; "auto" for `reduce`
 * @param problem must meet its conditions
 * @returns the method
 * @throws InputError that names the condition and the offender
 */
export function reduceTo(name: string, problem: Problem): Reduction {
  if (name === "auto") return reduce(problem);
  const method = METHODS.find((candidate) => candidate.name === name);
  if (!method) throw new Error(`no method is named ${show(name)}`);
  const condition = method.unmet(problem);
  if (condition !== undefined) {
    const { method: other } = reduce(problem);
    throw new InputError(
      `method must be one whose conditions hold, but is ${show(name)} and ${condition}; use "method": "${other.name}" or "auto"`,
    );
  }
  return { method };
}
