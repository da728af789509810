import type { Claim } from "./claim.ts";
import { convexSame } from "./claims/convexSame.ts";
import { gdGeneralizes } from "./claims/gdGeneralizes.ts";
import { gdNoise } from "./claims/gdNoise.ts";
import { gdSignal } from "./claims/gdSignal.ts";
import { residualSign } from "./claims/residualSign.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [residualSign(), gdSignal(), gdNoise(), gdGeneralizes(), convexSame()];
