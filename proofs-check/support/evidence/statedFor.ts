import type { Level } from "../../claim.ts";

/**
 * The levels at which a lemma of [T25] is asked, first the one that it is stated for.
 *
 * appendix B: the papers' signs (2);  appendix C: Adam's and AdamW's moments (1)
 *
 * [T25] states appendix B for SignSGD and SignSGDW and then says what becomes of it for Adam and AdamW, whose eps "normalizes" what signs do not.
 *
 * @param lemma by its number; what both appendices say needs none
 * @returns the levels, the usual one first
 * Source: [T25] appendices B and C.
 * @example
 * statedFor("B.8")[0] // => 2
 */
export const statedFor = (lemma = ""): readonly Level[] => (lemma.startsWith("B.") ? [2, 1] : [1, 2]);
