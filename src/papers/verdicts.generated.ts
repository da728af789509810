import type { KeptVerdict } from "./paper.ts";

/** What the full checks that are kept say of every claim of the papers. */
export const KEPT_VERDICTS: Readonly<Record<string, KeptVerdict>> = {};
