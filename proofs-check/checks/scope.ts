import type { Check, Scope } from "../claim.ts";
import { digits } from "./interval.ts";

/** What a check is evidence of, where it looks, and at which levels: of these, what it says at all. */
export const scopeOf = (
  { reading, part, at, levels, anyOptimizer }: Pick<Check, "reading" | "part" | "at" | "levels" | "anyOptimizer">,
  scope: Scope,
) => ({
  scope,
  ...(reading !== undefined && { reading }),
  ...(part !== undefined && { part }),
  ...(at !== undefined && { at }),
  ...(levels && { levels }),
  ...(anyOptimizer && { anyOptimizer }),
});

/** The sizes that a study over one letter looks at: "b = n, s in 4, 16". */
export const sizesIn = (at: string | undefined, over: string, grid: readonly number[]): string =>
  `${at === undefined ? "" : `${at}, `}${over} in ${grid.map(digits).join(", ")}`;
