import type { NetworkName } from "../../setting/network.ts";
import { CONDITIONS } from "./hypotheses.ts";

/** What a theorem or lemma says and needs. */
export interface Theorem {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly source: string;
  readonly says: string;
  /** Names of the optimizers and of the networks it is about. */
  readonly optimizers: readonly string[];
  readonly networks: readonly NetworkName[];
  /** Its own hypotheses, beside the conditions that all share. */
  readonly hypotheses: readonly string[];
  /** Whether it also needs `SHARED` and disjoint supports. */
  readonly sharesConditions: boolean;
  /** Whether it is a statement about whole runs, which the coverage map draws. */
  readonly outcome: boolean;
}

const ADAM = ["adam"];
const ADAMW = ["adamw"];
const GD = ["sgd"];
const DECAY = ["some-decay", "adam-decay"];
const WINDOW = ["some-decay", "adamw-decay-least", "adamw-decay-most"];
const MOMENTS = ["moment-ratio", "eps-size"];
const ADAM_LARGE = [...MOMENTS, "large-batch", ...DECAY];
const ADAM_MINI = [...MOMENTS, "mini-batch", ...DECAY];
const ADAMW_LARGE = [...MOMENTS, "adamw-large-batch", ...WINDOW];
const ADAMW_FLIP = [...ADAMW_LARGE, "feature-noise-wins"];
const ADAMW_MINI = [...MOMENTS, "adamw-mini-batch", "feature-outruns", ...WINDOW];

type Entry = Omit<Theorem, "networks" | "sharesConditions" | "outcome"> & Partial<Theorem>;

const lemma = (entry: Entry): Theorem => ({ networks: ["cnn"], sharesConditions: true, outcome: false, ...entry });
const theorem = (entry: Entry): Theorem => lemma({ outcome: true, ...entry });

/**
 * Theorems and lemmas with their hypotheses.
 *
 * Source: as each entry says; docs/theory.md 3.5 has the table, docs/theory.md 4 the statements.
 */
export const THEOREMS: readonly Theorem[] = [
  theorem({
    id: "thm-4.1",
    name: "Theorem 4.1",
    source: "T25 4.1",
    says: "large-batch Adam ends with training error 0 and test error of at least 1/2 - o(1)",
    optimizers: ADAM,
    hypotheses: ADAM_LARGE,
  }),
  theorem({
    id: "thm-4.2",
    name: "Theorem 4.2",
    source: "T25 4.2",
    says: "mini-batch Adam ends with training error 0 and test error o(1)",
    optimizers: ADAM,
    hypotheses: ADAM_MINI,
  }),
  theorem({
    id: "cor-4.3",
    name: "Corollary 4.3",
    source: "T25 4.3, B.5, C.10",
    says: "Adam stays at its initialization for ever",
    optimizers: ADAM,
    hypotheses: [...MOMENTS, "adam-batch", "adam-strong-decay"],
  }),
  theorem({
    id: "thm-4.4",
    name: "Theorem 4.4",
    source: "T25 4.4",
    says: "large-batch AdamW ends with training error 0 and test error of at least 1/2 - o(1)",
    optimizers: ADAMW,
    hypotheses: ADAMW_LARGE,
  }),
  theorem({
    id: "thm-4.4-alpha",
    name: "Theorem 4.4 with C.13's condition on alpha",
    source: "T25 4.4, C.13",
    says: "where the feature noise outweighs the feature, large-batch AdamW ends with training error 0 and test error of at least 1/2 - o(1)",
    optimizers: ADAMW,
    hypotheses: ADAMW_FLIP,
  }),
  theorem({
    id: "thm-4.5",
    name: "Theorem 4.5",
    source: "T25 4.5",
    says: "mini-batch AdamW ends with training error 0 and test error o(1)",
    optimizers: ADAMW,
    hypotheses: [...MOMENTS, "mini-batch", "feature-far-outruns", ...WINDOW],
  }),
  theorem({
    id: "gd-generalizes",
    name: "Theorem 4.1 of Z21",
    source: "Z21 4.1",
    says: "gradient descent ends with training error 0 and test error o(1)",
    optimizers: GD,
    hypotheses: ["full-batch", "some-decay", "gd-decay"],
  }),
  theorem({
    id: "convex-same",
    name: "Theorem 4.2 of Z21",
    source: "Z21 4.2",
    says: "with a convex loss and decay, Adam and gradient descent reach the same solution",
    optimizers: ["sgd", "adam"],
    hypotheses: ["some-decay"],
    networks: ["linear"],
    sharesConditions: false,
  }),
  lemma({
    id: "moment-ratio",
    name: "Lemma C.1",
    source: "T25 C.1",
    says: "Adam's normalized step is bounded",
    optimizers: ["adam", "adamw"],
    hypotheses: ["moment-ratio"],
    networks: ["cnn", "linear"],
    sharesConditions: false,
  }),
  lemma({
    id: "adam-large-stage1",
    name: "Lemma 5.1",
    source: "T25 5.1 = B.1 = C.3, Z21 5.2",
    says: "large-batch Adam: noise grows s sigmaP times faster than the feature",
    optimizers: ADAM,
    hypotheses: ADAM_LARGE,
  }),
  lemma({
    id: "adam-large-flip",
    name: "Lemma 5.3 of Z21",
    source: "Z21 5.3; T25 section B.1.1",
    says: "large-batch Adam: feature learning reverses and ends negative",
    optimizers: ADAM,
    hypotheses: ADAM_LARGE,
  }),
  lemma({
    id: "adam-mini-stage1",
    name: "Lemma 5.2",
    source: "T25 5.2, B.2, C.4-C.6",
    says: "mini-batch Adam: the feature grows, the noise stays at its initial size",
    optimizers: ADAM,
    hypotheses: ADAM_MINI,
  }),
  lemma({
    id: "adam-mini-stage2",
    name: "Lemma 5.3",
    source: "T25 5.3 = B.3, C.7",
    says: "mini-batch Adam: the feature stays learnt, and the noise as small as a step, or as a step and the feature noise",
    optimizers: ADAM,
    hypotheses: ADAM_MINI,
  }),
  lemma({
    id: "adamw-large-stage1",
    name: "Lemma B.6",
    source: "T25 B.6, C.12",
    says: "large-batch AdamW: noise grows faster than the feature",
    optimizers: ADAMW,
    hypotheses: ADAMW_LARGE,
  }),
  lemma({
    id: "adamw-large-flip",
    name: "Lemma B.7",
    source: "T25 B.7, C.13",
    says: "large-batch AdamW: feature learning reverses",
    optimizers: ADAMW,
    hypotheses: ADAMW_FLIP,
  }),
  lemma({
    id: "adamw-large-stage2",
    name: "Lemma B.8",
    source: "T25 B.8, C.14",
    says: "large-batch AdamW: the feature stays reversed",
    optimizers: ADAMW,
    hypotheses: ADAMW_FLIP,
  }),
  lemma({
    id: "adamw-mini-stage1",
    name: "Lemma B.10",
    source: "T25 B.10, C.17",
    says: "mini-batch AdamW: an epoch moves the feature further than the noise",
    optimizers: ADAMW,
    hypotheses: ADAMW_MINI,
  }),
  lemma({
    id: "adamw-mini-stage2",
    name: "Lemma B.11",
    source: "T25 B.11, C.18",
    says: "mini-batch AdamW: the feature stays learnt",
    optimizers: ADAMW,
    hypotheses: ADAMW_MINI,
  }),
  lemma({
    id: "gd-signal",
    name: "Signal growth of Z21",
    source: "Z21",
    says: "gradient descent: the feature grows like a tensor power until it is of order 1/m",
    optimizers: GD,
    hypotheses: ["full-batch", "gd-decay"],
  }),
  lemma({
    id: "gd-noise",
    name: "Noise growth of Z21",
    source: "Z21",
    says: "gradient descent: the noise stays at its initial size while the feature is learnt",
    optimizers: GD,
    hypotheses: ["full-batch", "gd-decay"],
  }),
  lemma({
    id: "adam-mini-generalizes",
    name: "Lemma C.9",
    source: "T25 C.9",
    says: "mini-batch Adam: the end of the second stage has training error 0 and test error o(1)",
    optimizers: ADAM,
    hypotheses: ADAM_MINI,
  }),
  lemma({
    id: "adamw-large-fails",
    name: "Lemma C.16",
    source: "T25 C.16",
    says: "large-batch AdamW: the end of the second stage has training error 0 and test error of at least 1/2 - o(1)",
    optimizers: ADAMW,
    hypotheses: ADAMW_FLIP,
  }),
  lemma({
    id: "adamw-mini-generalizes",
    name: "Lemma C.20",
    source: "T25 C.20",
    says: "mini-batch AdamW: the end of the second stage has training error 0 and test error o(1)",
    optimizers: ADAMW,
    hypotheses: ADAMW_MINI,
  }),
];

/** What every theorem needs beside its own hypotheses. */
export const SHARED: readonly string[] = [...CONDITIONS, "sparse-supports"];

/**
 * All hypotheses of a theorem, the shared ones first.
 *
 * @param theorem an entry of `THEOREMS`
 * @returns names of `HYPOTHESES`; disjoint supports, which depend on the start, are none of them
 */
export const assumedBy = ({ hypotheses, sharesConditions }: Theorem): readonly string[] => [
  ...(sharesConditions ? SHARED : []),
  ...hypotheses,
];
