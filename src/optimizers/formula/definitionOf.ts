import type { Optimizer } from "../optimizer.ts";
import type { FormulaDefinition } from "./fromFormulas.ts";

/**
 * What a user's own optimizer was defined by, as data: defined again elsewhere, in a page or another process, it is the same optimizer.
 *
 * @param optimizer any
 * @returns its definition; undefined for ours, and where a function says its step
 * Source: ours.
 */
export function definitionOf({ name, decay, title, source, own, formulas }: Optimizer): FormulaDefinition | undefined {
  const said = formulas?.pytorch;
  if (!own?.program || !said || !("direction" in said)) return undefined;
  const { betas, eps, normalized } = own;
  return {
    ...{ name, decay, title, source },
    ...(betas && { betas }),
    ...(eps !== undefined && { eps }),
    ...(normalized && { normalized }),
    ...said,
  };
}
