import type { Optimizer, Own } from "../optimizer.ts";
import type { BlockFunction } from "./block.ts";
import type { Sees } from "./blocks.ts";
import { wholeUpdate } from "./wholeUpdate.ts";

/** An optimizer of the second form, as what is said of it. */
export interface WholeTraits
  extends Pick<Optimizer, "name" | "title" | "decay" | "formula" | "source">,
    Pick<Own, "betas" | "eps" | "parameters" | "matrices" | "dependsOnMore"> {
  readonly sees: Sees;
  readonly base?: Optimizer;
  readonly memory?: readonly string[];
  readonly numbers?: readonly string[];
  readonly inert: boolean;
  readonly of: BlockFunction;
}

/** What an optimizer takes that stands on another one: betas and eps as that does. */
export const takenBy = ({ adaptive, own }: Optimizer): Pick<Own, "betas" | "eps" | "parameters"> =>
  adaptive
    ? { betas: [0.9, 0.999], eps: 1e-8 }
    : {
        ...(own?.betas && { betas: own.betas }),
        ...(own?.eps !== undefined && { eps: own.eps }),
        ...(own?.parameters && { parameters: own.parameters }),
      };

/**
 * An optimizer of the second form.
 *
 * @param traits what is said of it; nothing is tried out
 * @returns the optimizer; on a base it takes what that takes, too
 * Source: ours.
 */
export function wholeOptimizer(traits: WholeTraits): Optimizer {
  const { name, title, decay, formula, source, sees, base, memory = [], numbers = [], inert, of } = traits;
  const { betas, eps, parameters, matrices, dependsOnMore } = { ...(base && takenBy(base)), ...traits };
  const own: Own = {
    ...(betas && { betas }),
    ...(eps !== undefined && { eps }),
    ...(parameters && { parameters: { ...(base && takenBy(base).parameters), ...parameters } }),
    ...{ memory, normalized: false, sees, inert },
    ...(base && { base: base.name }),
    ...(matrices && { matrices }),
    ...(dependsOnMore && { dependsOnMore }),
  };
  return {
    ...{ name, title, decay, adaptive: false, own, formula, source },
    ...wholeUpdate({ name, sight: sees, decay, ...(base && { base }), memory, numbers, of }),
  };
}
