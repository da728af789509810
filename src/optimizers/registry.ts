import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import type { Optimizer } from "./optimizer.ts";
import { sgd } from "./sgd.ts";
import { signsgd } from "./signsgd.ts";
import { signsgdw } from "./signsgdw.ts";

/** Every optimizer, in the order the CLI and the shared tests list them. Adding one is one line here; it runs on the reference engine
 * until the kernel has a rule for it (src/sim/engines/setup.ts). */
export const OPTIMIZERS: readonly Optimizer[] = [sgd, adam, adamw, signsgd, signsgdw];

/**
 * The optimizer of a name.
 *
 * @param name one of the registry's names
 * @returns the optimizer
 * @throws Error for an unknown name; input is checked before this is called
 * @example
 * optimizerNamed("adamw").decay // => "decoupled"
 */
export function optimizerNamed(name: string): Optimizer {
  const found = OPTIMIZERS.find((optimizer) => optimizer.name === name);
  if (!found) throw new Error(`no optimizer is named "${name}"`);
  return found;
}
