import type { Claim } from "./claim.ts";
import { adamAsSign } from "./claims/adamAsSign.ts";
import { adamDescent } from "./claims/adamDescent.ts";
import { adamwAsSign } from "./claims/adamwAsSign.ts";
import { adamwDescent } from "./claims/adamwDescent.ts";
import { residualSign } from "./claims/residualSign.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [residualSign(), adamAsSign(), adamwAsSign(), adamDescent(), adamwDescent()];
