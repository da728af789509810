import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import type { Optimizer } from "./optimizer.ts";
import { sgd } from "./sgd.ts";
import { signsgd } from "./signsgd.ts";
import { signsgdw } from "./signsgdw.ts";

/** Every optimizer, in the order the CLI and the shared tests list them. Adding one is one line here; it runs on the reference engine
 * until the kernel has a rule for it (src/sim/engines/setup.ts). */
export const OPTIMIZERS: readonly Optimizer[] = [sgd, adam, adamw, signsgd, signsgdw];

/** Those that users' files have defined in this process. */
const own: Optimizer[] = [];

/**
 * Makes a user's own optimizer known by its name, beside those of the registry.
 *
 * @param optimizer whose name no other one has
 */
export function register(optimizer: Optimizer): void {
  own.push(optimizer);
}

/** Every optimizer that a run may name now. */
export const knownOptimizers = (): readonly Optimizer[] => [...OPTIMIZERS, ...own];

/**
 * The optimizer of a name.
 *
 * @param name one of the registry's names, or of a user's own
 * @returns the optimizer
 * @throws Error for an unknown name; input is checked before this is called
 * @example
 * optimizerNamed("adamw").decay // => "decoupled"
 */
export function optimizerNamed(name: string): Optimizer {
  const found = knownOptimizers().find((optimizer) => optimizer.name === name);
  if (!found) throw new Error(`no optimizer is named "${name}"`);
  return found;
}
