import { type Carried, optimizerOf } from "../../src/optimizers/formula/carried.ts";
import { isUsersOwn, register } from "../../src/optimizers/registry.ts";

/** Optimizers of the user's own, by formulas: those of `adamcheck explore --load FILE`, and those typed in. */
const carried: Carried[] = [];

/** Those that are known now: each worker makes them known for itself. */
export const ownOptimizers = (): readonly Carried[] => carried;

/** Makes them known where it is called. */
export function define(given: readonly Carried[]): void {
  for (const own of given) if (!isUsersOwn(own.name)) register(optimizerOf(own));
}

/** Makes one known in the page, and in workers from their next training on. */
export function learn(own: Carried): void {
  carried.push(own);
  define([own]);
}
