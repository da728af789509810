import type { Claim } from "./claim.ts";
import { adamwLargeStage1 } from "./claims/adamwLargeStage1.ts";
import { adamwMiniStage1 } from "./claims/adamwMiniStage1.ts";
import { residualSign } from "./claims/residualSign.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [residualSign(), adamwLargeStage1(), adamwMiniStage1()];
