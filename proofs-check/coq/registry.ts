import { adamLargeStage1Proof } from "./statements/adamLargeStage1.ts";
import { c22DecompositionProof } from "./statements/c22Decomposition.ts";
import { cor46Proof } from "./statements/cor46.ts";
import { disjointSupportsProof } from "./statements/disjointSupports.ts";
import { gradientProof } from "./statements/gradient.ts";
import { initScaleProof } from "./statements/initScale.ts";
import { momentRatioProof } from "./statements/momentRatio.ts";
import { relationsProof } from "./statements/relations.ts";
import { residualEnclosuresProof } from "./statements/residualEnclosures.ts";
import { residualSignProof } from "./statements/residualSign.ts";
import type { CoqProof } from "./theorem.ts";

/** Every claim that is stated for Coq's kernel, with its proof. Adding one is a .v file, its statements, and one line here. */
export const COQ_PROOFS: readonly CoqProof[] = [
  relationsProof,
  initScaleProof,
  disjointSupportsProof,
  gradientProof,
  residualSignProof,
  residualEnclosuresProof,
  momentRatioProof,
  adamLargeStage1Proof,
  cor46Proof,
  c22DecompositionProof,
];
