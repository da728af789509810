import type { Claim } from "./claim.ts";
import { adamwLargeFlip } from "./claims/adamwLargeFlip.ts";
import { adamwLargeStage1 } from "./claims/adamwLargeStage1.ts";
import { adamwLargeStage2 } from "./claims/adamwLargeStage2.ts";
import { adamwMiniStage1 } from "./claims/adamwMiniStage1.ts";
import { adamwMiniStage2 } from "./claims/adamwMiniStage2.ts";
import { residualSign } from "./claims/residualSign.ts";
import { thm44 } from "./claims/thm44.ts";
import { thm45 } from "./claims/thm45.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [
  residualSign(),
  adamwLargeStage1(),
  adamwLargeFlip(),
  adamwLargeStage2(),
  thm44(),
  adamwMiniStage1(),
  adamwMiniStage2(),
  thm45(),
];
