// Written by npm run verdicts from docs/results/check; not edited.
import type { KeptVerdict } from "./paper.ts";

/** What the full checks that are kept say of every claim of the papers. */
export const KEPT_VERDICTS: Readonly<Record<string, KeptVerdict>> = {
  relations: {
    says: "proved, fails for small n",
    grade: "proved",
  },
  "init-scale": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "disjoint-supports": {
    says: "holds wherever tested in 1 of 2 readings",
    grade: "certified",
  },
  gradient: {
    says: "proved, agrees in tests",
    grade: "proved",
  },
  "residual-sign": {
    says: "proved, agrees in tests",
    grade: "proved",
  },
  "moment-ratio": {
    says: "proved, agrees in tests",
    grade: "proved",
  },
  "adam-as-sign": {
    says: "holds at chosen sizes in 2 of 5 readings",
    grade: "tested",
  },
  "adamw-as-sign": {
    says: "holds at chosen sizes in 1 of 3 readings",
    grade: "tested",
  },
  "adam-large-stage1": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "adam-large-flip": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "adam-mini-stage1": {
    says: "holds at chosen sizes, by reading elsewhere",
    grade: "measured",
  },
  "adam-mini-stage2": {
    says: "holds at chosen sizes in 3 of 4 readings",
    grade: "measured",
  },
  "adam-descent": {
    says: "holds at chosen sizes in 1 of 3 readings",
    grade: "measured",
  },
  "adam-mini-generalizes": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "thm-4.1": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "thm-4.2": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "cor-4.3": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "adamw-large-stage1": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "adamw-large-flip": {
    says: "contradicted at chosen sizes, fails for small n",
    grade: "measured",
  },
  "adamw-large-stage2": {
    says: "fails at chosen sizes in 1 of 2 readings",
    grade: "tested",
  },
  "adamw-large-fails": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "thm-4.4": {
    says: "holds in part at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "adamw-mini-stage1": {
    says: "holds in part at chosen sizes in 3 of 4 readings",
    grade: "tested",
  },
  "adamw-mini-stage2": {
    says: "holds in part at chosen sizes, fails for small n",
    grade: "tested",
  },
  "adamw-mini-generalizes": {
    says: "open at chosen sizes, fails for small n",
    grade: null,
  },
  "thm-4.5": {
    says: "fails at chosen sizes, fails for small n",
    grade: "measured",
  },
  "cor-4.6": {
    says: "proved, agrees in tests",
    grade: "proved",
  },
  "adamw-descent": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "gd-signal": {
    says: "holds in part at chosen sizes, fails for small n",
    grade: "measured",
  },
  "gd-noise": {
    says: "holds at chosen sizes in 1 of 3 readings",
    grade: "tested",
  },
  "gd-generalizes": {
    says: "holds in part at chosen sizes, fails for small n",
    grade: "tested",
  },
  "convex-same": {
    says: "holds at chosen sizes, agrees elsewhere",
    grade: "measured",
  },
  "c22-decomposition": {
    says: "holds wherever tested",
    grade: "tested",
  },
  "c22-signal-first": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "c22-noise-first": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "c22-thm-4.3": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "c22-thm-4.4": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "c22-transition": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "k23-active": {
    says: "holds at chosen sizes, agrees elsewhere",
    grade: "tested",
  },
  "k23-balance": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "k23-ratio": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "k23-thm-3.2": {
    says: "holds at chosen sizes, fails for small n",
    grade: "measured",
  },
  "k23-transition": {
    says: "open at chosen sizes, not tested elsewhere",
    grade: null,
  },
  "xl24-box": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "zzc24-linf": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "shngs18-l2": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "mlpa22-square-root": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
  "wa24-timescale": {
    says: "contradicted at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "mlswg25-half-life": {
    says: "contradicted at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "cs26-beta2": {
    says: "contradicted at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "bsy25-batch-one": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "gv26-homogeneous": {
    says: "holds at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "c19-eps": {
    says: "holds at chosen sizes, agrees elsewhere",
    grade: "measured",
  },
  "zm24-rotation": {
    says: "holds at chosen sizes, agrees elsewhere",
    grade: "measured",
  },
  "xml24-basis": {
    says: "contradicted at chosen sizes, not tested elsewhere",
    grade: "measured",
  },
  "wrssr17-worse": {
    says: "holds at chosen sizes in 1 of 2 readings",
    grade: "measured",
  },
};
