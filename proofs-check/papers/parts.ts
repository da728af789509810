import { C22 } from "./c22.ts";
import type { PaperPart } from "./item.ts";
import { K23 } from "./k23.ts";
import { NEIGHBOURS } from "./neighbours.ts";
import { T25_EXPERIMENTS } from "./t25Experiments.ts";
import { T25_PRELIMINARIES } from "./t25Preliminaries.ts";
import { T25_PROOFS } from "./t25Proofs.ts";
import { T25_SETUP } from "./t25Setup.ts";
import { T25_SKETCHES } from "./t25Sketches.ts";
import { T25_THEOREMS } from "./t25Theorems.ts";
import { Z21 } from "./z21.ts";

/** Every item of the papers, in their order. */
export const PAPER_PARTS: readonly PaperPart[] = [
  T25_SETUP,
  T25_THEOREMS,
  T25_PRELIMINARIES,
  T25_SKETCHES,
  T25_PROOFS,
  T25_EXPERIMENTS,
  Z21,
  C22,
  K23,
  NEIGHBOURS,
];
