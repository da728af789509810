import type { Claim } from "./claim.ts";
import { residualSign } from "./claims/residualSign.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [residualSign()];
