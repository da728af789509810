import type { Optimizer } from "../optimizer.ts";
import { initOwn } from "../ownUpdate.ts";
import { updateBy } from "./lanes.ts";
import type { Program } from "./program.ts";

/** An optimizer by formulas as data, so that it can be carried to another place as JSON; its formulas need not be read again there. */
export type Carried = Omit<Optimizer, "init" | "update" | "own"> & {
  readonly own: NonNullable<Optimizer["own"]> & { readonly program: Program };
};

/**
 * What is carried of a user's own optimizer.
 *
 * @param optimizer any
 * @returns its data; undefined for ours, and where a function says its step
 * Source: ours.
 */
export function carriedOf({ init: _, update: __, own, ...data }: Optimizer): Carried | undefined {
  return own?.program ? { ...data, own: { ...own, program: own.program } } : undefined;
}

/**
 * The optimizer that was carried.
 *
 * @param carried as `carriedOf` gives it, from a place that is trusted: it is not tried out again
 * @returns the optimizer: the same steps, bit for bit
 * Source: ours.
 */
export const optimizerOf = (carried: Carried): Optimizer => ({
  ...carried,
  init: (weights) => initOwn(carried.own.memory, weights),
  update: updateBy(carried.own.program),
});
