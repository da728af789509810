import type { Claim } from "./claim.ts";
import { adamAsSign } from "./claims/adamAsSign.ts";
import { adamDescent } from "./claims/adamDescent.ts";
import { adamwAsSign } from "./claims/adamwAsSign.ts";
import { adamwDescent } from "./claims/adamwDescent.ts";
import { convexSame } from "./claims/convexSame.ts";
import { cor46 } from "./claims/cor46.ts";
import { disjointSupports } from "./claims/disjointSupports.ts";
import { gdGeneralizes } from "./claims/gdGeneralizes.ts";
import { gdNoise } from "./claims/gdNoise.ts";
import { gdSignal } from "./claims/gdSignal.ts";
import { gradient } from "./claims/gradient.ts";
import { initScale } from "./claims/initScale.ts";
import { momentRatio } from "./claims/momentRatio.ts";
import { relations } from "./claims/relations.ts";
import { residualSign } from "./claims/residualSign.ts";

/** Every claim of the papers, in the order of theory.md section 4. Adding one is one line here. */
export const CLAIMS: readonly Claim[] = [
  relations(),
  initScale(),
  disjointSupports(),
  gradient(),
  residualSign(),
  momentRatio(),
  adamAsSign(),
  adamwAsSign(),
  adamDescent(),
  cor46(),
  adamwDescent(),
  gdSignal(),
  gdNoise(),
  gdGeneralizes(),
  convexSame(),
];
