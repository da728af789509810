import type { Regression } from "./regressions.ts";

/** Counterexamples that ever came up in work on the claims, judged again by every check. */
export const REMEMBERED: readonly Regression[] = [];
