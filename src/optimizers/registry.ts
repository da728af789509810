import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import { optimizerOf } from "./formula/carried.ts";
import { CARRIED } from "./more/carried.generated.ts";
import type { Optimizer } from "./optimizer.ts";
import { sgd } from "./sgd.ts";
import { signsgd } from "./signsgd.ts";
import { signsgdw } from "./signsgdw.ts";
import { clipped } from "./whole/clipped.ts";
import { muon } from "./whole/muon.ts";
import { normalizedSgd } from "./whole/normalizedSgd.ts";
import { sharpnessAware } from "./whole/sam.ts";

/** The papers' optimizers, in the order the CLI and the shared tests list them. No other one may take their names. */
export const OPTIMIZERS: readonly Optimizer[] = [sgd, adam, adamw, signsgd, signsgdw];

/** Every other one of ours, those by formulas first (more/byFormulas.ts). Adding one of the second form is one line here. */
export const MORE_OPTIMIZERS: readonly Optimizer[] = [
  ...CARRIED.map(optimizerOf),
  clipped(sgd, "clipped-sgd", "SGD / GD, clipped"),
  clipped(adam, "clipped-adam", "Adam, clipped"),
  clipped(adamw, "clipped-adamw", "AdamW, clipped"),
  normalizedSgd,
  sharpnessAware(sgd, "sam", "SAM"),
  sharpnessAware(adam, "sam-adam", "SAM on Adam"),
  sharpnessAware(adamw, "sam-adamw", "SAM on AdamW"),
  muon,
];

/** Ours, whatever users have defined. */
export const BUILT_IN: readonly Optimizer[] = [...OPTIMIZERS, ...MORE_OPTIMIZERS];

/** Those that users' files have defined in this process. */
const own: Optimizer[] = [];

/** Those that users have defined in this process. */
export const usersOptimizers = (): readonly Optimizer[] => own;

/** Whether an optimizer of this name is a user's own. */
export const isUsersOwn = (name: string): boolean => own.some((one) => one.name === name);

/**
 * Makes a user's own optimizer known by its name, beside those of the registry.
 *
 * @param optimizer whose name no other one has
 */
export function register(optimizer: Optimizer): void {
  own.push(optimizer);
}

/** Every optimizer that a run may name now: what a user has defined goes before one of ours of the same name. */
export const knownOptimizers = (): readonly Optimizer[] => [
  ...BUILT_IN.filter(({ name }) => !isUsersOwn(name)),
  ...own,
];

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
