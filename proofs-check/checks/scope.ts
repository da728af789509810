import type { Check, Scope } from "../claim.ts";

/** What a check is evidence of, where it looks, and at which levels: of these, what it says at all. */
export const scopeOf = (
  { reading, part, at, levels }: Pick<Check, "reading" | "part" | "at" | "levels">,
  scope: Scope,
) => ({
  scope,
  ...(reading !== undefined && { reading }),
  ...(part !== undefined && { part }),
  ...(at !== undefined && { at }),
  ...(levels && { levels }),
});
