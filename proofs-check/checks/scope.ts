import type { Check } from "../claim.ts";

/** What a check is evidence of, and at which levels: of these, what it says at all. */
export const scopeOf = ({ reading, part, levels }: Pick<Check, "reading" | "part" | "levels">) => ({
  ...(reading !== undefined && { reading }),
  ...(part !== undefined && { part }),
  ...(levels && { levels }),
});
