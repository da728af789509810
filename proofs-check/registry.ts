import type { Claim } from "./claim.ts";
import { adamLargeFlip } from "./claims/adamLargeFlip.ts";
import { adamLargeStage1 } from "./claims/adamLargeStage1.ts";
import { adamMiniStage1 } from "./claims/adamMiniStage1.ts";
import { adamMiniStage2 } from "./claims/adamMiniStage2.ts";
import { cor43 } from "./claims/cor43.ts";
import { residualSign } from "./claims/residualSign.ts";
import { thm41 } from "./claims/thm41.ts";
import { thm42 } from "./claims/thm42.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [
  residualSign(),
  adamLargeStage1(),
  adamLargeFlip(),
  adamMiniStage1(),
  adamMiniStage2(),
  thm41(),
  thm42(),
  cor43(),
];
